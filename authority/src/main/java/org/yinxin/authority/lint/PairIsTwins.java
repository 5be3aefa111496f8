package org.yinxin.authority.lint;

import java.util.Arrays;
import java.util.Optional;
import org.yinxin.authority.profile.IntendedPair;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.Der;

/** Same subject and validity; serials and keys of their own. */
final class PairIsTwins implements PairRule {

    @Override
    public String clause() {
        return "GM/T 0015-2012";
    }

    @Override
    public Optional<String> violation(IntendedPair pair) {
        TbsCertificate one = pair.signing();
        TbsCertificate other = pair.encryption();
        if (!Arrays.equals(Der.encode(one.subject()), Der.encode(other.subject()))) {
            return Optional.of("the two certificates name different subjects");
        }
        if (!one.notBefore().equals(other.notBefore())
                || !one.notAfter().equals(other.notAfter())) {
            return Optional.of("the two certificates are valid at different times");
        }
        if (one.structure().getSerialNumber().equals(other.structure().getSerialNumber())) {
            return Optional.of("the two certificates have the same serial number");
        }
        return one.publicKey().equals(other.publicKey())
                ? Optional.of("the two certificates have the same key")
                : Optional.empty();
    }
}
