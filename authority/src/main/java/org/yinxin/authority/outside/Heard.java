package org.yinxin.authority.outside;

import java.util.List;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.yinxin.pki.certificate.SignedCertificate;

/** What came back when a message was sent. */
sealed interface Heard {

    /**
     * An answer that the authority has protected, to this question.
     *
     * @param nonce what our next message of the transaction has to repeat
     * @param certificates what came along in the message, of no proved worth
     * @param unconfirmed whether no confirmation is wanted (implicitConfirm)
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Believed(
            byte[] message,
            PKIBody body,
            byte[] nonce,
            List<SignedCertificate> certificates,
            boolean unconfirmed)
            implements Heard {}

    /** The authority never saw the message. */
    record NotSent(String why) implements Heard {}

    /**
     * The authority may have seen the message, and what came back proves nothing.
     *
     * @param message what came back; empty when nothing did
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InDoubt(String why, byte[] message) implements Heard {}
}
