/**
 * Personal data at rest and on the screen: sealed in its column, found again by a keyed index, shown masked.
 *
 * <p>Sealed values are of the form {@code 1 | nonce (12) | AES-256-GCM ciphertext and tag}. A column that must be
 * searched keeps an HMAC-SM3 of the normalised value beside the sealed one; without the key file neither says
 * anything about the value.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.yinxin.hall.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
