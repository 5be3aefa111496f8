package org.yinxin.standins.sms;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What shall go wrong from now on; it stays until it is changed. */
public final class SmsSteering {

    /** How the gateway behaves. */
    public sealed interface Behaviour {
        /** As it should. */
        record Normal() implements Behaviour {}

        /** As it should, after a wait. */
        record Slow(Duration delay) implements Behaviour {}

        /** The connection is closed without an answer; nothing is delivered. */
        record Dead() implements Behaviour {}

        /** The message is delivered, and then the connection is closed without an answer. */
        record DoneButSilent() implements Behaviour {}

        /** Every message arrives at the telephone twice. */
        record Twice() implements Behaviour {}

        /** Nothing is delivered and this status is answered. */
        record Answers(int status) implements Behaviour {}
    }

    private final AtomicReference<Behaviour> behaviour =
            new AtomicReference<>(new Behaviour.Normal());

    SmsSteering() {}

    public void behave(Behaviour how) {
        behaviour.set(how);
    }

    /** Nothing goes wrong any more. */
    public void calm() {
        behave(new Behaviour.Normal());
    }

    Behaviour behaviour() {
        return behaviour.get();
    }
}
