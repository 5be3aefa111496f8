package org.yinxin.authority.profile;

import java.util.Map;
import org.yinxin.pki.certificate.TbsCertificate;

/** One that comes alone. */
public record IntendedSingle(
        CertificateProfile under, CertificateUse use, TbsCertificate certificate)
        implements Intended {

    @Override
    public Map<CertificateUse, TbsCertificate> parts() {
        return Map.of(use, certificate);
    }
}
