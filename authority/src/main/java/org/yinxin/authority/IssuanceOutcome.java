package org.yinxin.authority;

/** What became of an order. A refusal leaves no certificate behind. */
public sealed interface IssuanceOutcome {

    /** The pair is stored, whole, and its status is published. */
    record Issued(IssuedPair pair) implements IssuanceOutcome {}

    /**
     * Nothing was made.
     *
     * @param detail one English sentence for the log and the officer; carries no personal data
     */
    record Refused(IssuanceRefusal reason, String detail)
            implements IssuanceOutcome, CertificateOutcome {}
}
