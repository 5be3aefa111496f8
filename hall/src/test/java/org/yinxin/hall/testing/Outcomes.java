package org.yinxin.hall.testing;

import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/** Takes outcomes apart where a test knows how they end. */
public final class Outcomes {

    private Outcomes() {}

    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) ->
                    throw new AssertionError("refused: " + refusal);
        };
    }

    public static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError("not refused: " + done);
            case Outcome.Refused<?>(Refusal refusal) -> refusal;
        };
    }

    public static ErrorCode code(Outcome<?> outcome) {
        return refusal(outcome).code();
    }
}
