package org.yinxin.authority.unit;

import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.profile.CertificateUse;

/** What a unit signs. */
public enum UnitTask {
    TIME_STAMPING("tsa", KeyPurpose.SIGN_TIME_STAMPS, CertificateUse.TIME_STAMPING),
    /** Answers to machines that enrol (CMP). */
    ENROLMENT("cmp", KeyPurpose.SIGN_ENROLMENT_ANSWERS, CertificateUse.ENROLMENT);

    private final String label;
    private final KeyPurpose purpose;
    private final CertificateUse use;

    UnitTask(String label, KeyPurpose purpose, CertificateUse use) {
        this.label = label;
        this.purpose = purpose;
        this.use = use;
    }

    /** What its key handle ends with, and in capitals its name. */
    String label() {
        return label;
    }

    KeyPurpose purpose() {
        return purpose;
    }

    CertificateUse use() {
        return use;
    }
}
