package org.yinxin.keyagent.medium;

import java.security.PublicKey;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/** The keys of two certificates that were found to be a pair: one subject, one validity, one issuer, two keys. */
public record IncomingPair(PublicKey signingKey, PublicKey encryptionKey) {

    public static KeyAnswer<IncomingPair> read(byte[] sign, byte[] encryption) {
        try {
            SignedCertificate one = SignedCertificate.parse(sign);
            SignedCertificate two = SignedCertificate.parse(encryption);
            IncomingPair keys =
                    new IncomingPair(
                            PublicKeys.decode(one.tbs().publicKey()),
                            PublicKeys.decode(two.tbs().publicKey()));
            boolean pair =
                    one.tbs().subject().equals(two.tbs().subject())
                            && one.tbs().issuer().equals(two.tbs().issuer())
                            && one.tbs().notBefore().equals(two.tbs().notBefore())
                            && one.tbs().notAfter().equals(two.tbs().notAfter())
                            && !keys.signingKey().equals(keys.encryptionKey());
            return pair ? KeyAnswer.done(keys) : KeyAnswer.refused(KeyRefusal.CERTIFICATES_NO_PAIR);
        } catch (MalformedDerException | MalformedKeyException e) {
            return KeyAnswer.refused(KeyRefusal.MALFORMED_CERTIFICATE);
        }
    }
}
