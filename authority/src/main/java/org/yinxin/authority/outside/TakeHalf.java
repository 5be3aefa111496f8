package org.yinxin.authority.outside;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.outside.Book.Held;
import org.yinxin.authority.outside.GetHalf.Getting;
import org.yinxin.authority.outside.JudgeBrought.Verdict;
import org.yinxin.authority.outside.OutsideCertificates.Stored;
import org.yinxin.authority.outside.OutsideTransactions.State;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * Writes down what the authority answered to a request for a certificate, and draws the conclusion.
 *
 * <p>Refuses: the authority's no; a certificate that {@link JudgeBrought} finds unfit, or whose serial number the authority
 * has used before; an answer to something else.
 */
final class TakeHalf {

    /** Which number an answer may refer to. */
    enum Numbers {
        ZERO,
        ZERO_OR_NONE;

        boolean has(BigInteger number) {
            return number.signum() == 0
                    || (this == ZERO_OR_NONE && number.equals(BigInteger.ONE.negate()));
        }
    }

    private final Book book;
    private final CloseAttempt closeAttempt;
    private final ConfirmHalf confirmHalf;
    private final Checkpoint checkpoint;

    TakeHalf(Book book, CloseAttempt closeAttempt, ConfirmHalf confirmHalf, Checkpoint checkpoint) {
        this.book = book;
        this.closeAttempt = closeAttempt;
        this.confirmHalf = confirmHalf;
        this.checkpoint = checkpoint;
    }

    Getting take(
            OutsideLine line,
            Held held,
            AdmittedPair order,
            Half half,
            Question question,
            Heard.Believed heard,
            Numbers expected) {
        return switch (ReadAnswer.read(heard.body())) {
            case Told.Brought brought ->
                    expected.has(brought.number())
                            ? judged(line, held, order.wanted(half), question, heard, brought)
                            : odd(line, held, question, heard, "an answer to another request");
            case Told.Later later ->
                    expected.has(later.number())
                            ? later(line, held, question, heard, later)
                            : odd(line, held, question, heard, "an answer to another request");
            case Told.Denied(String words, boolean _) -> denied(line, held, question, heard, words);
            case Told.Confirmed _, Told.Changed _ ->
                    odd(line, held, question, heard, "an answer to another kind of message");
            case Told.Odd(String what) -> odd(line, held, question, heard, what);
        };
    }

    private Getting judged(
            OutsideLine line,
            Held held,
            WantedHalf wanted,
            Question question,
            Heard.Believed heard,
            Told.Brought brought) {
        List<SignedCertificate> along = new ArrayList<>(brought.along());
        along.addAll(heard.certificates());
        OutsideSettings settings = line.settings();
        Verdict verdict =
                new JudgeBrought(line.anchors(), settings.issuer(), settings.limits().slack())
                        .judge(brought.certificate(), along, wanted, book.now());
        return switch (verdict) {
            case Verdict.Fit(List<SignedCertificate> chain) ->
                    fit(line, held, wanted.half(), question, heard, brought, chain);
            case Verdict.Unfit unfit -> unfit(line, held, question, heard, brought, unfit);
        };
    }

    private Getting fit(
            OutsideLine line,
            Held held,
            Half half,
            Question question,
            Heard.Believed heard,
            Told.Brought brought,
            List<SignedCertificate> chain) {
        boolean unconfirmed = heard.unconfirmed() && line.settings().forms().implicitConfirm();
        State state = unconfirmed ? State.CONFIRMED : State.BROUGHT;
        switch (book.write(now -> keep(line, held, question, heard, brought, chain, state, now))) {
            case KEPT -> {
                // goes on below
            }
            case TAKEN_OVER -> {
                return GetHalf.takenOver();
            }
            case USED_BEFORE -> {
                return unfit(
                        line,
                        held,
                        question,
                        heard,
                        brought,
                        new Verdict.Unfit(
                                IssuanceRefusal.LINT,
                                "the authority brought a serial number that it has used before",
                                false));
            }
        }
        checkpoint.reached(Step.brought(half));
        if (!unconfirmed) {
            Getting confirmed = confirmHalf.confirm(line, held, half, question, heard, brought);
            if (confirmed instanceof Getting.NotGot) {
                return confirmed;
            }
        }
        checkpoint.reached(Step.confirmed(half));
        return new Getting.Got();
    }

    private enum Keeping {
        KEPT,
        TAKEN_OVER,
        USED_BEFORE
    }

    /**
     * Keeps the certificate, whether this call still holds the order or not: if it does not, the order goes on without it and
     * it is to be revoked.
     */
    private Keeping keep(
            OutsideLine line,
            Held held,
            Question question,
            Heard.Believed heard,
            Told.Brought brought,
            List<SignedCertificate> chain,
            State state,
            Instant now) {
        OutsideOrders.Order order = book.orders().lock(held.order()).orElseThrow();
        if (!book.certificates()
                .insert(
                        line.settings().code(),
                        question.transaction(),
                        brought.certificate(),
                        chain,
                        now)) {
            return Keeping.USED_BEFORE;
        }
        book.transactions().message(question.transaction(), false, heard.message(), now);
        if (!held.by().equals(order.heldBy())) {
            unwanted(line, held, brought, "it came after the order was taken over", now);
            return Keeping.TAKEN_OVER;
        }
        book.orders().hold(held.order(), held.by(), lease(line));
        book.transactions()
                .goOn(question.transaction(), state, heard.nonce(), brought.number(), null, now);
        return Keeping.KEPT;
    }

    private Getting unfit(
            OutsideLine line,
            Held held,
            Question question,
            Heard.Believed heard,
            Told.Brought brought,
            Verdict.Unfit unfit) {
        boolean stillHeld =
                book.writeHeld(
                        held,
                        lease(line),
                        now -> {
                            book.transactions()
                                    .message(question.transaction(), false, heard.message(), now);
                            book.transactions()
                                    .become(
                                            question.transaction(),
                                            State.UNFIT,
                                            unfit.sentence(),
                                            now);
                            if (unfit.ours() && hasSerial(brought)) {
                                boolean fresh =
                                        book.certificates()
                                                .insert(
                                                        line.settings().code(),
                                                        question.transaction(),
                                                        brought.certificate(),
                                                        List.of(),
                                                        now);
                                if (fresh) {
                                    unwanted(line, held, brought, unfit.sentence(), now);
                                }
                            }
                            closeAttempt.refused(
                                    book.orders().lock(held.order()).orElseThrow(),
                                    unfit.sentence(),
                                    now);
                        });
        if (stillHeld && !heard.unconfirmed()) {
            confirmHalf.decline(line, question, heard, brought, unfit.sentence());
        }
        return new Getting.NotGot(new Refused(unfit.reason(), unfit.sentence()));
    }

    private void unwanted(
            OutsideLine line, Held held, Told.Brought brought, String because, Instant now) {
        closeAttempt.unwanted(
                held.order(),
                new Stored(
                        line.settings().code(),
                        brought.certificate().tbs().serial(),
                        brought.certificate()),
                because,
                now);
    }

    private static boolean hasSerial(Told.Brought brought) {
        try {
            return brought.certificate().tbs().serial().value().signum() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Getting later(
            OutsideLine line,
            Held held,
            Question question,
            Heard.Believed heard,
            Told.Later later) {
        boolean stillHeld =
                book.writeHeld(
                        held,
                        lease(line),
                        now -> {
                            book.transactions()
                                    .message(question.transaction(), false, heard.message(), now);
                            book.transactions()
                                    .goOn(
                                            question.transaction(),
                                            State.WAITING,
                                            heard.nonce(),
                                            later.number(),
                                            now.plus(later.after()),
                                            now);
                        });
        return stillHeld ? new Getting.Got() : GetHalf.takenOver();
    }

    private Getting denied(
            OutsideLine line, Held held, Question question, Heard.Believed heard, String words) {
        book.writeHeld(
                held,
                lease(line),
                now -> {
                    // Of an answer that was lost nobody knows what it brought.
                    boolean oneWasLost = book.transactions().unanswered(question.transaction()) > 1;
                    book.transactions()
                            .message(question.transaction(), false, heard.message(), now);
                    book.transactions()
                            .become(
                                    question.transaction(),
                                    oneWasLost ? State.IN_DOUBT : State.REJECTED,
                                    words,
                                    now);
                    closeAttempt.refused(
                            book.orders().lock(held.order()).orElseThrow(),
                            "the authority says: " + words,
                            now);
                });
        return new Getting.NotGot(
                new Refused(IssuanceRefusal.DENIED, "the outside authority says: " + words));
    }

    private Getting odd(
            OutsideLine line, Held held, Question question, Heard.Believed heard, String what) {
        String why = "it answered " + what;
        book.writeHeld(
                held,
                lease(line),
                now -> {
                    book.transactions()
                            .message(question.transaction(), false, heard.message(), now);
                    book.transactions().become(question.transaction(), State.IN_DOUBT, why, now);
                    closeAttempt.cutOff(book.orders().lock(held.order()).orElseThrow(), why, now);
                });
        return GetHalf.unreachable(line, why);
    }

    private Instant lease(OutsideLine line) {
        return book.now().plus(line.settings().limits().oneQuestion());
    }
}
