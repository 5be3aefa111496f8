package org.yinxin.authority.profile;

import org.yinxin.pki.extension.KeyUsages;

/** Which of a pair a certificate is, or that it is a device's, an authority's, a responder's or a unit's. */
public enum CertificateUse {
    SIGNING(KeyUsages.SIGNING),
    ENCRYPTION(KeyUsages.ENCRYPTION),
    /** Comes alone. */
    DEVICE(KeyUsages.DEVICE),
    AUTHORITY(KeyUsages.AUTHORITY),
    RESPONDER(KeyUsages.RESPONDER),
    TIME_STAMPING(KeyUsages.SIGNING),
    ENROLMENT(KeyUsages.RESPONDER);

    private final KeyUsages usages;

    CertificateUse(KeyUsages usages) {
        this.usages = usages;
    }

    public KeyUsages usages() {
        return usages;
    }
}
