package org.yinxin.standins.mail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What shall go wrong from now on; it stays until it is changed. */
public final class MailSteering {

    /** How the server behaves. */
    public sealed interface Behaviour {
        /** As it should. */
        record Normal() implements Behaviour {}

        /** As it should, after a wait before the letter is taken. */
        record Slow(Duration delay) implements Behaviour {}

        /** The connection is closed before anything is said. */
        record Dead() implements Behaviour {}

        /** The letter is taken, and then the connection is closed without an answer. */
        record DoneButSilent() implements Behaviour {}

        /** Each receiver is answered with this reply and nothing is taken. */
        record Refuses(int reply) implements Behaviour {}
    }

    private final AtomicReference<Behaviour> behaviour =
            new AtomicReference<>(new Behaviour.Normal());

    MailSteering() {}

    public void behave(Behaviour next) {
        behaviour.set(next);
    }

    Behaviour behaviour() {
        return behaviour.get();
    }
}
