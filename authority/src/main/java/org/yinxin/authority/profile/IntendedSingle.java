package org.yinxin.authority.profile;

import java.util.Map;
import org.yinxin.pki.certificate.TbsCertificate;

/** One that comes alone. */
public record IntendedSingle(CertificateUse use, TbsCertificate certificate) implements Intended {

    @Override
    public String profile() {
        return SingleProfile.NAME;
    }

    @Override
    public Map<CertificateUse, TbsCertificate> parts() {
        return Map.of(use, certificate);
    }
}
