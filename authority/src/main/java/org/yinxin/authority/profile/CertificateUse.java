package org.yinxin.authority.profile;

import org.yinxin.pki.extension.KeyUsages;

/** Which of a pair a certificate is, or that it is an authority's or a responder's. */
public enum CertificateUse {
    SIGNING(KeyUsages.SIGNING),
    ENCRYPTION(KeyUsages.ENCRYPTION),
    AUTHORITY(KeyUsages.AUTHORITY),
    RESPONDER(KeyUsages.RESPONDER);

    private final KeyUsages usages;

    CertificateUse(KeyUsages usages) {
        this.usages = usages;
    }

    public KeyUsages usages() {
        return usages;
    }
}
