package org.yinxin.hall.application;

import java.util.List;

/**
 * What the key agent needs to finish a key. All byte arrays are DER.
 *
 * @param signCertificate the signing certificate
 * @param encryptionCertificate the encryption certificate
 * @param chain the issuing authority's certificate, then its root
 * @param envelope the encryption key, readable only with the signing key
 * @param toSign what the new signing key has to sign in order to prove itself
 * @param encrypted what the new encryption key has to decrypt in order to prove itself
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ProductionView(
        byte[] signCertificate,
        byte[] encryptionCertificate,
        List<byte[]> chain,
        byte[] envelope,
        byte[] toSign,
        byte[] encrypted) {}
