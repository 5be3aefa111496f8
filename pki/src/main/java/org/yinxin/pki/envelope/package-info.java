/**
 * The envelopes in which an encryption key pair travels from the key management centre to the subscriber's key medium:
 * SM2EnvelopedKey of GM/T 0009-2012, ENVELOPEDKEYBLOB of GM/T 0016, SignedAndEnvelopedData of GB/T 35275. The private key
 * in each opens only with the signing key of the same subscriber.
 */
@NullMarked
package org.yinxin.pki.envelope;

import org.jspecify.annotations.NullMarked;
