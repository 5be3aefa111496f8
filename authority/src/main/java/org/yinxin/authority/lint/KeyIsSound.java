package org.yinxin.authority.lint;

import java.util.Optional;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/**
 * A sound key that fits the authority: of its own algorithm in a pair, and at least of its own world, SM2 or not, where a
 * certificate comes alone.
 */
final class KeyIsSound implements CertificateRule {

    @Override
    public String clause() {
        return "GM/T 0003.1 6.2.1; GM/T 0015-2012 5.2";
    }

    @Override
    public IssuanceRefusal refusal() {
        return IssuanceRefusal.UNSUPPORTED_KEY;
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        try {
            KeyAlgorithm key = PublicKeys.algorithmOf(certificate.tbs().verificationKey());
            KeyAlgorithm authority = PublicKeys.algorithmOf(certificate.issuer().verificationKey());
            return fits(key, authority, certificate)
                    ? Optional.empty()
                    : Optional.of("the key is of another algorithm than the authority's");
        } catch (MalformedKeyException e) {
            return Optional.of("the key is not sound: " + e.fault());
        }
    }

    private static boolean fits(
            KeyAlgorithm key, KeyAlgorithm authority, LintedCertificate certificate) {
        return switch (certificate.order()) {
            case PairOrderId _ -> key == authority;
            case CertificateOrderId _ -> key.isChinese() == authority.isChinese();
        };
    }
}
