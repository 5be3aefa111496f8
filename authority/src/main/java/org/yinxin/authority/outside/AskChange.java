package org.yinxin.authority.outside;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.outside.OutsideCertificates.Stored;
import org.yinxin.authority.outside.OutsideTransactions.State;

/**
 * Asks the authority to change the status of one certificate (rr). Each is a transaction of its own, on record before it is sent.
 * One message could ask for both halves of a pair; not every authority takes that.
 */
final class AskChange {

    /** What came of it. */
    sealed interface Reply {

        /** It is so from now on. */
        record Changed() implements Reply {}

        /** It was revoked before, or put on hold, which the protocol does not tell apart. */
        record RevokedAlready(String words) implements Reply {}

        /** No, in the authority's words. */
        record Denied(String words) implements Reply {}

        /** Nobody knows; asking again does no harm. */
        record NoAnswer(String why) implements Reply {}
    }

    /** What the status shall become. */
    enum Wish {
        REVOKE,
        HOLD,
        RESUME
    }

    private final Book book;

    AskChange(Book book) {
        this.book = book;
    }

    /**
     * Asks; never inside a transaction.
     *
     * @param reason the number of a CRLReason
     */
    Reply ask(OutsideLine line, Stored certificate, Wish wish, int reason) {
        PKIBody body = Questions.revoke(certificate.certificate().tbs(), reason);
        Question question = line.first(body, false, Optional.empty());
        book.write(
                now -> {
                    book.transactions()
                            .openChange(
                                    certificate.authority(),
                                    certificate.serial(),
                                    wish.name(),
                                    question,
                                    now);
                    return true;
                });
        return switch (line.ask(question)) {
            case Heard.NotSent(String why) -> {
                end(question, State.NOT_SENT, why, new byte[0]);
                yield new Reply.NoAnswer(why);
            }
            case Heard.InDoubt(String why, byte[] message) -> {
                end(question, State.IN_DOUBT, why, message);
                yield new Reply.NoAnswer(why);
            }
            case Heard.Believed believed -> read(question, believed);
        };
    }

    private Reply read(Question question, Heard.Believed believed) {
        return switch (ReadAnswer.read(believed.body())) {
            case Told.Changed _ -> {
                end(question, State.DONE, null, believed.message());
                yield new Reply.Changed();
            }
            case Told.Denied(String words, boolean revokedAlready) -> {
                end(question, State.REJECTED, words, believed.message());
                yield revokedAlready ? new Reply.RevokedAlready(words) : new Reply.Denied(words);
            }
            case Told.Later _ -> {
                end(question, State.IN_DOUBT, "it wants time", believed.message());
                yield new Reply.NoAnswer("the authority wants time");
            }
            case Told.Brought _, Told.Confirmed _, Told.Odd _ -> {
                end(question, State.IN_DOUBT, "it answered something else", believed.message());
                yield new Reply.NoAnswer("the authority answered something else");
            }
        };
    }

    private void end(Question question, State state, @Nullable String words, byte[] message) {
        book.write(
                (Instant now) -> {
                    book.transactions().message(question.transaction(), false, message, now);
                    book.transactions().become(question.transaction(), state, words, now);
                    return true;
                });
    }
}
