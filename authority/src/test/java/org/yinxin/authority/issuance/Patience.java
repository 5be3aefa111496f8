package org.yinxin.authority.issuance;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;

/** Asks again, as a client does, while somebody else works on the same order; on a busy machine that takes its time. */
public final class Patience {

    private static final Duration MOST = Duration.ofMinutes(5);

    private Patience() {}

    static IssuanceOutcome issue(IssuePair issuePair, PairOrder order) {
        return ask(
                () -> issuePair.issue(order),
                answer ->
                        answer instanceof IssuanceOutcome.Refused refused
                                && refused.reason() == IssuanceRefusal.IN_PROGRESS);
    }

    public static <T> T ask(Supplier<T> question, Predicate<T> isBusy) {
        long end = System.nanoTime() + MOST.toNanos();
        T answer = question.get();
        while (isBusy.test(answer) && System.nanoTime() < end) {
            answer = question.get();
        }
        return answer;
    }
}
