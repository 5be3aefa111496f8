package org.yinxin.hall.application.web;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The proof that both keys work, as it is sent.
 *
 * @param signature SM3withSM2 over the challenge, Base64 of its DER
 * @param decrypted what was inside the challenge's cipher text, Base64
 */
public record ProofBody(@Nullable String signature, @Nullable String decrypted) {

    byte[] signatureOctets() {
        return octets(signature);
    }

    byte[] decryptedOctets() {
        return octets(decrypted);
    }

    /** What is absent or no Base64 proves nothing, and that is how it is answered. */
    private static byte[] octets(@Nullable String base64) {
        try {
            return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
