/**
 * Issuing and handing over (签发): orders a pair of certificates of the authority, has the encryption key made in the key
 * management centre and sealed for the subscriber's signing key, and checks that both keys work where they were installed.
 *
 * <p>Every step can be repeated: the order is committed before anybody is asked, and everybody is asked with the order's
 * number, so that a pair is never issued twice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "audit", "certificate", "outcome", "reference"})
package org.yinxin.hall.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
