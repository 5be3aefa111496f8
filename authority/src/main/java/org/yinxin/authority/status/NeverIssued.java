package org.yinxin.authority.status;

/** What OCSP answers about a serial of ours that was never issued (RFC 6960, 2.2). */
public enum NeverIssued {
    /** A good answer for a certificate that we have no record of would cover up the worst that can befall an authority. */
    UNKNOWN,
    /** What clients that know no other answer want, such as those of RFC 5019. */
    GOOD
}
