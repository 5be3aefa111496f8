package org.yinxin.authority;

/** What a certificate that comes alone is for. */
public enum CertificateKind {
    /** A device that proves who it is, over TLS for one. */
    DEVICE,
    /** A program that signs for its organisation. */
    ORGANISATION
}
