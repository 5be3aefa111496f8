package org.yinxin.keyagent.medium;

import java.util.function.Function;

/** What a medium answers: a value, or why not. */
public sealed interface KeyAnswer<T> {

    record Done<T>(T value) implements KeyAnswer<T> {}

    /**
     * It was not done, and nothing but the count of wrong PINs has changed.
     *
     * @param triesLeft after a wrong PIN, how many more wrong ones the medium suffers; otherwise -1
     */
    record Refused<T>(KeyRefusal reason, int triesLeft) implements KeyAnswer<T> {}

    static <T> KeyAnswer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> KeyAnswer<T> refused(KeyRefusal reason) {
        return new Refused<>(reason, -1);
    }

    default <R> KeyAnswer<R> map(Function<? super T, ? extends R> then) {
        return flatMap(value -> new Done<>(then.apply(value)));
    }

    default <R> KeyAnswer<R> flatMap(Function<? super T, KeyAnswer<R>> then) {
        return switch (this) {
            case Done<T>(T value) -> then.apply(value);
            case Refused<T>(KeyRefusal reason, int triesLeft) -> new Refused<>(reason, triesLeft);
        };
    }
}
