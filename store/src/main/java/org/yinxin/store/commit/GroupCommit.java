package org.yinxin.store.commit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Lets callers that come while a transaction is under way share the next one: its statements and its commit then cost
 * once for all of them. A caller that comes alone waits for nobody; after a group, a few milliseconds for another one.
 *
 * <p>The work of a group is done by the thread of one of its callers. Whatever keeps a group from being done together,
 * one of its members or the database, is nobody else's fault: each of them then does its own, in its own thread and in
 * a transaction of its own. For use by any number of threads, outside of transactions.
 *
 * @param <Q> what a caller asks
 * @param <A> what it is answered
 */
public final class GroupCommit<Q, A> {

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<Q, A> {

        /**
         * Does it for all of them or for none.
         *
         * @param asked one or more
         * @return an answer for each, in their order; empty when this cannot be done for several together and nothing
         *     was changed, which is no answer to one
         */
        Optional<List<A>> commit(List<Q> asked);
    }

    private sealed interface Turn<Q, A> {
        /** This thread does it, with whoever else is waiting. */
        record Lead<Q, A>() implements Turn<Q, A> {}

        /** Another thread has done it. */
        record Done<Q, A>(A answer) implements Turn<Q, A> {}

        record Alone<Q, A>() implements Turn<Q, A> {}
    }

    private record Caller<Q, A>(Q question, CompletableFuture<Turn<Q, A>> turn) {}

    /** How long the first waits for as many as there were last time; nothing when these were one. */
    private static final Duration PATIENCE = Duration.ofMillis(8);

    private final int most;
    private final Work<Q, A> work;
    private final Deque<Caller<Q, A>> waiting = new ArrayDeque<>();
    private boolean underWay;
    private int last;

    /**
     * Makes one that has nothing under way.
     *
     * @param most how many share a transaction
     */
    public GroupCommit(int most, Work<Q, A> work) {
        this.most = most;
        this.work = work;
    }

    /** Does one thing, with those of others or alone. Throws what the work throws when it does this one alone. */
    public A ask(Q question) {
        Caller<Q, A> caller = new Caller<>(question, new CompletableFuture<>());
        come(caller);
        return switch (caller.turn().join()) {
            case Turn.Lead<Q, A>() -> lead(gather());
            case Turn.Done<Q, A>(A answer) -> answer;
            case Turn.Alone<Q, A>() -> alone(question);
        };
    }

    /** Does one thing in a transaction of its own, whatever is under way. */
    public A alone(Q question) {
        return work.commit(List.of(question)).orElseThrow().getFirst();
    }

    private A lead(List<Caller<Q, A>> group) {
        if (group.size() == 1) {
            try {
                return alone(group.getFirst().question());
            } finally {
                next();
            }
        }
        FutureTask<Optional<List<A>>> together = new FutureTask<>(() -> together(group));
        together.run();
        next();
        List<A> answers =
                together.state() == Future.State.SUCCESS
                        ? together.resultNow().orElse(List.of())
                        : List.of();
        for (int i = 1; i < group.size(); i++) {
            group.get(i)
                    .turn()
                    .complete(
                            answers.isEmpty()
                                    ? new Turn.Alone<>()
                                    : new Turn.Done<>(answers.get(i)));
        }
        return answers.isEmpty() ? alone(group.getFirst().question()) : answers.getFirst();
    }

    private Optional<List<A>> together(List<Caller<Q, A>> group) {
        Optional<List<A>> answers = work.commit(group.stream().map(Caller::question).toList());
        if (answers.isPresent() && answers.get().size() != group.size()) {
            throw new IllegalStateException("not an answer for each");
        }
        return answers;
    }

    private synchronized void come(Caller<Q, A> caller) {
        waiting.add(caller);
        if (underWay) {
            notifyAll();
        } else {
            next();
        }
    }

    private synchronized void next() {
        underWay = !waiting.isEmpty();
        if (underWay) {
            waiting.getFirst().turn().complete(new Turn.Lead<>());
        }
    }

    private synchronized List<Caller<Q, A>> gather() {
        awaitAsManyAsLast();
        List<Caller<Q, A>> group = new ArrayList<>();
        while (group.size() < most && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        last = group.size();
        return group;
    }

    // Those who were done together last time are often on their way back together.
    private void awaitAsManyAsLast() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left = PATIENCE.toNanos();
        while (waiting.size() < last && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = end - System.nanoTime();
        }
    }

    /** How many wait for the transaction that is under way. */
    synchronized int waiting() {
        return waiting.size();
    }
}
