package org.yinxin.authority.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.outside.Book.Held;
import org.yinxin.authority.outside.OutsideSettings.Forms;
import org.yinxin.authority.outside.OutsideSettings.SigningForm;
import org.yinxin.authority.outside.OutsideTransactions.Row;
import org.yinxin.authority.outside.OutsideTransactions.State;

/**
 * Has the authority issue one half of a pair: asks, asks again while it is told to wait, and confirms. Goes on where an
 * earlier call was told to wait.
 *
 * <p>Refuses what {@link TakeHalf} refuses; an authority that cannot be reached, that denies, or that wants to be asked again
 * later than this call can be kept.
 */
final class GetHalf {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(300);

    /** What came of it. */
    sealed interface Getting {

        /** It is here, and the authority knows. */
        record Got() implements Getting {}

        /** Not in this call. Whether the attempt goes on is on record. */
        record NotGot(Refused refusal) implements Getting {}
    }

    private final Book book;
    private final CloseAttempt closeAttempt;
    private final TakeHalf takeHalf;
    private final Checkpoint checkpoint;

    GetHalf(Book book, CloseAttempt closeAttempt, TakeHalf takeHalf, Checkpoint checkpoint) {
        this.book = book;
        this.closeAttempt = closeAttempt;
        this.takeHalf = takeHalf;
        this.checkpoint = checkpoint;
    }

    /**
     * Gets it.
     *
     * @param deadline until when this call may be kept waiting
     */
    Getting get(OutsideLine line, Held held, AdmittedPair order, Half half, Instant deadline) {
        Optional<Row> begun = book.transactions().seen(held.order(), held.attempt(), half);
        if (begun.isEmpty() && ask(line, held, order, half) instanceof Getting.NotGot not) {
            return not;
        }
        while (isWaiting(held, half)) {
            if (askAgain(line, held, order, half, deadline) instanceof Getting.NotGot not) {
                return not;
            }
        }
        return new Getting.Got();
    }

    private boolean isWaiting(Held held, Half half) {
        return book.transactions()
                .seen(held.order(), held.attempt(), half)
                .filter(each -> each.state() == State.WAITING)
                .isPresent();
    }

    private Getting ask(OutsideLine line, Held held, AdmittedPair order, Half half) {
        Forms forms = line.settings().forms();
        Question question =
                line.first(
                        body(line.settings(), order, half),
                        forms.implicitConfirm(),
                        half == Half.SIGNING ? forms.signingProfile() : forms.encryptionProfile());
        if (!book.writeHeld(
                held,
                lease(line),
                now ->
                        book.transactions()
                                .openHalf(
                                        order.authority(),
                                        held.order(),
                                        held.attempt(),
                                        half,
                                        question,
                                        now))) {
            return takenOver();
        }
        checkpoint.reached(Step.onRecord(half));
        Heard heard = line.ask(question);
        checkpoint.reached(Step.answered(half));
        return switch (heard) {
            case Heard.NotSent(String why) -> notSent(line, held, question, why);
            case Heard.InDoubt(String why, byte[] message) ->
                    inDoubt(line, held, question, why, message);
            case Heard.Believed believed ->
                    takeHalf.take(
                            line,
                            held,
                            order,
                            half,
                            question,
                            believed,
                            expected(line, order, half));
        };
    }

    static PKIBody body(OutsideSettings settings, AdmittedPair order, Half half) {
        if (isPkcs10(settings, order, half)) {
            return Questions.pkcs10(order.request().der());
        }
        boolean initial =
                half == Half.SIGNING
                        ? settings.forms().signing() == SigningForm.IR
                        : settings.forms().encryptionByIr();
        return Questions.template(
                initial ? PKIBody.TYPE_INIT_REQ : PKIBody.TYPE_CERT_REQ,
                order.wanted(half),
                settings.issuer());
    }

    private static boolean isPkcs10(OutsideSettings settings, AdmittedPair order, Half half) {
        return half == Half.SIGNING
                && switch (settings.forms().signing()) {
                    case P10CR -> true;
                    case CR, IR -> false;
                    case AUTO -> order.request().subject().equals(order.subject().toX500Name());
                };
    }

    /** A request of PKCS#10 has no number; authorities answer it with 0 or -1 (RFC 9810, 5.3.4). */
    private static TakeHalf.Numbers expected(OutsideLine line, AdmittedPair order, Half half) {
        return isPkcs10(line.settings(), order, half)
                ? TakeHalf.Numbers.ZERO_OR_NONE
                : TakeHalf.Numbers.ZERO;
    }

    /** Waits as long as the authority wants, if this call may be kept that long, and asks. */
    private Getting askAgain(
            OutsideLine line, Held held, AdmittedPair order, Half half, Instant deadline) {
        Row row = book.transactions().seen(held.order(), held.attempt(), half).orElseThrow();
        Instant now = book.now();
        Instant due = row.pollAt() == null || row.pollAt().isBefore(now) ? now : row.pollAt();
        if (due.isAfter(deadline) || !now.isBefore(deadline)) {
            return new Getting.NotGot(
                    new Refused(
                            IssuanceRefusal.IN_PROGRESS,
                            "the authority is working on it and wants to be asked again at "
                                    + due));
        }
        Instant until = due.plus(line.settings().limits().oneQuestion());
        if (!book.writeHeld(held, until, _ -> {})) {
            return takenOver();
        }
        pause(Duration.between(now, due).plus(SHORTEST_PAUSE));
        Question question = line.next(row.id(), row.peerNonce(), Questions.poll(row.number()));
        if (!keep(line, held, question)) {
            return takenOver();
        }
        return switch (line.ask(question)) {
            // What waits can wait on: the next call asks again.
            case Heard.NotSent(String why) -> unreachable(line, why);
            case Heard.InDoubt(String why, byte[] message) -> {
                book.writeHeld(
                        held,
                        lease(line),
                        at -> book.transactions().message(row.id(), false, message, at));
                yield unreachable(line, why);
            }
            case Heard.Believed believed ->
                    takeHalf.take(
                            line,
                            held,
                            order,
                            half,
                            question,
                            believed,
                            expected(line, order, half));
        };
    }

    private boolean keep(OutsideLine line, Held held, Question question) {
        return book.writeHeld(
                held,
                lease(line),
                now ->
                        book.transactions()
                                .message(question.transaction(), true, question.message(), now));
    }

    private Getting notSent(OutsideLine line, Held held, Question question, String why) {
        book.writeHeld(
                held,
                lease(line),
                now ->
                        book.transactions()
                                .become(question.transaction(), State.NOT_SENT, why, now));
        return unreachable(line, why);
    }

    private Getting inDoubt(
            OutsideLine line, Held held, Question question, String why, byte[] message) {
        book.writeHeld(
                held,
                lease(line),
                now -> {
                    book.transactions().message(question.transaction(), false, message, now);
                    book.transactions().become(question.transaction(), State.IN_DOUBT, why, now);
                    closeAttempt.cutOff(book.orders().lock(held.order()).orElseThrow(), why, now);
                });
        return unreachable(line, why);
    }

    private Instant lease(OutsideLine line) {
        return book.now().plus(line.settings().limits().oneQuestion());
    }

    static Getting unreachable(OutsideLine line, String why) {
        return new Getting.NotGot(
                new Refused(
                        IssuanceRefusal.UNREACHABLE,
                        "the outside authority %s at %s cannot be asked now: %s"
                                .formatted(
                                        line.settings().code(), line.settings().address(), why)));
    }

    static Getting takenOver() {
        return new Getting.NotGot(
                new Refused(
                        IssuanceRefusal.IN_PROGRESS,
                        "this call was so slow that another one has taken the order over"));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the authority wants to wait", e);
        }
    }
}
