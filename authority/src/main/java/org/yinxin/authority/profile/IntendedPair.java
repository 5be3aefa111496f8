package org.yinxin.authority.profile;

import java.util.EnumMap;
import java.util.Map;
import org.yinxin.pki.certificate.TbsCertificate;

/** The two of a pair. */
public record IntendedPair(
        CertificateProfile under, TbsCertificate signing, TbsCertificate encryption)
        implements Intended {

    @Override
    public Map<CertificateUse, TbsCertificate> parts() {
        return new EnumMap<>(
                Map.of(CertificateUse.SIGNING, signing, CertificateUse.ENCRYPTION, encryption));
    }
}
