/**
 * Keys in a token behind PKCS#11 (Cryptoki v2.40), by the provider SunPKCS11 of the JDK: RSA, P-256 and P-384. The token makes
 * them; they are sensitive and cannot be extracted.
 */
@NullMarked
package org.yinxin.authority.key.pkcs11;

import org.jspecify.annotations.NullMarked;
