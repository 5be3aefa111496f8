package org.yinxin.authority.issuance;

import org.yinxin.authority.profile.CertificateUse;

/** The points of the issuance cycle between which a process can die. */
enum Step {
    ORDER_ADMITTED,
    INTENT_WRITTEN,
    INTENT_COMMITTED,
    LINTED,
    SIGNING_CERTIFICATE_SIGNED,
    ENCRYPTION_CERTIFICATE_SIGNED,
    COMPARED,
    SIGNING_CERTIFICATE_WRITTEN,
    ENCRYPTION_CERTIFICATE_WRITTEN,
    JOURNAL_WRITTEN,
    COMMITTED;

    /** A certificate that comes alone takes the steps of a signing certificate. */
    static Step signed(CertificateUse use) {
        return use == CertificateUse.ENCRYPTION
                ? ENCRYPTION_CERTIFICATE_SIGNED
                : SIGNING_CERTIFICATE_SIGNED;
    }

    static Step written(CertificateUse use) {
        return use == CertificateUse.ENCRYPTION
                ? ENCRYPTION_CERTIFICATE_WRITTEN
                : SIGNING_CERTIFICATE_WRITTEN;
    }
}
