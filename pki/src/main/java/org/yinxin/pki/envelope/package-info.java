/**
 * The envelope in which an encryption key pair travels from the key management centre to the subscriber's key medium:
 * SM2EnvelopedKey of GM/T 0009-2012. Its private key opens only with the signing key of the same subscriber.
 */
@NullMarked
package org.yinxin.pki.envelope;

import org.jspecify.annotations.NullMarked;
