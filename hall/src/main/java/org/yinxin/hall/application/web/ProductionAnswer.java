package org.yinxin.hall.application.web;

import java.util.Base64;
import java.util.List;
import org.yinxin.hall.application.ProductionView;

/**
 * What a key medium needs, as the open API tells it.
 *
 * @param signCertificate the signing certificate, PEM
 * @param encryptionCertificate the encryption certificate, PEM
 * @param chain the issuing authority's certificate, then the root's, PEM
 * @param envelope SM2EnvelopedKey (GM/T 0009-2012), Base64 of its DER
 */
public record ProductionAnswer(
        String signCertificate,
        String encryptionCertificate,
        List<String> chain,
        String envelope,
        Challenge challenge) {

    /**
     * What proves the keys.
     *
     * @param toSign octets to be signed with the signing key, Base64
     * @param encrypted SM2Cipher to be opened with the encryption key, Base64 of its DER
     */
    public record Challenge(String toSign, String encrypted) {}

    static ProductionAnswer of(ProductionView view) {
        return new ProductionAnswer(
                pem(view.signCertificate()),
                pem(view.encryptionCertificate()),
                view.chain().stream().map(ProductionAnswer::pem).toList(),
                base64(view.envelope()),
                new Challenge(base64(view.toSign()), base64(view.encrypted())));
    }

    private static String pem(byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
