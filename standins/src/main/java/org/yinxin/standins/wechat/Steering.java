package org.yinxin.standins.wechat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What shall go wrong from now on. Each setting stays until it is changed. */
public final class Steering {

    /** How merchant requests are answered. */
    public sealed interface Answering {
        /** As the real one does. */
        record Normal() implements Answering {}

        /** As the real one does, after a wait. */
        record Slow(Duration delay) implements Answering {}

        /** The connection is closed without an answer; nothing is done. */
        record Dead() implements Answering {}

        /** The request is carried out, and then the connection is closed without an answer. */
        record DoneButSilent() implements Answering {}

        /** {@code 500 SYSTEM_ERROR}. */
        record Faulty() implements Answering {}

        /** The answer bears a signature that is not the platform's. */
        record ForgedAnswer() implements Answering {}
    }

    /** How the merchant hears of a payment. */
    public sealed interface Notifying {
        /** Once, repeated only while it is not answered with success. */
        record Once() implements Notifying {}

        /** Not at all. */
        record Never() implements Notifying {}

        /** Twice at the same time. */
        record Twice() implements Notifying {}

        /** After a wait. */
        record Late(Duration delay) implements Notifying {}

        /** Signed with a key that is not the platform's. */
        record Forged() implements Notifying {}
    }

    /** How refunds go. */
    public sealed interface Refunding {
        /** Taken on, and done a moment later. */
        record Soon(Duration delay) implements Refunding {}

        /** Done with the first answer. */
        record AtOnce() implements Refunding {}

        /** Taken on, and not done until {@link Refunds#finish()}. */
        record Pending() implements Refunding {}

        /** Taken on, and found impossible at {@link Refunds#finish()}: the payer's card is gone. */
        record Abnormal() implements Refunding {}

        /** Taken on, and closed at {@link Refunds#finish()}. */
        record Closes() implements Refunding {}

        /** Refused with this code, such as {@code NOT_ENOUGH}. */
        record Refuses(String code) implements Refunding {}
    }

    private static final Refunding SOON = new Refunding.Soon(Duration.ofMillis(200));

    private final AtomicReference<Answering> answering =
            new AtomicReference<>(new Answering.Normal());
    private final AtomicReference<Notifying> notifying =
            new AtomicReference<>(new Notifying.Once());
    private final AtomicReference<Refunding> refunding = new AtomicReference<>(SOON);
    private final AtomicReference<Long> surplus = new AtomicReference<>(0L);

    Steering() {}

    /** From now on requests are answered like this. */
    public void answer(Answering how) {
        answering.set(how);
    }

    /** From now on payments are notified like this. */
    public void announce(Notifying how) {
        notifying.set(how);
    }

    /** From now on refunds go like this. */
    public void refund(Refunding how) {
        refunding.set(how);
    }

    /** From now on a payment is booked with this many fen more (or fewer) than the order asked for. */
    public void payWrongAmountBy(long fen) {
        surplus.set(fen);
    }

    /** Nothing goes wrong any more. */
    public void calm() {
        answering.set(new Answering.Normal());
        notifying.set(new Notifying.Once());
        refunding.set(SOON);
        surplus.set(0L);
    }

    Answering answering() {
        return answering.get();
    }

    Notifying notifying() {
        return notifying.get();
    }

    Refunding refunding() {
        return refunding.get();
    }

    long surplus() {
        return surplus.get();
    }
}
