package org.yinxin.standins.identity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What shall go wrong from now on; it stays until it is changed. */
public final class Steering {

    /** How a source behaves. */
    public sealed interface Behaviour {
        /** As it should. */
        record Normal() implements Behaviour {}

        /** As it should, after a wait. */
        record Slow(Duration delay) implements Behaviour {}

        /** The connection is closed without an answer; nothing is done. */
        record Dead() implements Behaviour {}

        /** It is done, and then the connection is closed without an answer. */
        record DoneButSilent() implements Behaviour {}

        /** Nothing is done and this is answered. */
        record Answers(int status, String body) implements Behaviour {}
    }

    private final AtomicReference<Behaviour> behaviour =
            new AtomicReference<>(new Behaviour.Normal());
    private final AtomicReference<@Nullable Result> result = new AtomicReference<>();

    Steering() {}

    public void behave(Behaviour how) {
        behaviour.set(how);
    }

    /** Whatever is asked from now on is answered so. */
    public void say(Result always) {
        result.set(always);
    }

    /** Nothing goes wrong any more. */
    public void calm() {
        behave(new Behaviour.Normal());
        result.set(null);
    }

    Behaviour behaviour() {
        return behaviour.get();
    }

    Result result(Result otherwise) {
        Result steered = result.get();
        return steered == null ? otherwise : steered;
    }
}
