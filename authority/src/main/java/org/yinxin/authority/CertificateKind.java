package org.yinxin.authority;

/** What a certificate that comes alone is for. */
public enum CertificateKind {
    /** A device that proves who it is, over TLS for one. */
    DEVICE(SubjectKind.DEVICE),
    /** A program that signs for its organisation. */
    ORGANISATION(SubjectKind.ORGANISATION);

    private final SubjectKind subject;

    CertificateKind(SubjectKind subject) {
        this.subject = subject;
    }

    /** Whom it names. */
    public SubjectKind subject() {
        return subject;
    }
}
