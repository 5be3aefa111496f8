package org.yinxin.keyagent.web;

import java.util.Map;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;

/** What goes back to the page. */
sealed interface Answer {

    record Given(int status, Object json) implements Answer {}

    /**
     * A refusal in words.
     *
     * @param triesLeft -1 when it has nothing to do with PINs
     */
    record Denied(Refusal refusal, int triesLeft) implements Answer {}

    static Answer denied(Refusal refusal) {
        return new Denied(refusal, -1);
    }

    static Answer of(int status, KeyAnswer<? extends Map<String, ?>> answer) {
        return switch (answer) {
            case KeyAnswer.Done<? extends Map<String, ?>>(Map<String, ?> json) ->
                    new Given(status, json);
            case KeyAnswer.Refused<? extends Map<String, ?>>(KeyRefusal reason, int triesLeft) ->
                    new Denied(Refusal.of(reason), triesLeft);
        };
    }
}
