package org.yinxin.standins.identity;

import java.net.URI;
import java.time.Instant;

/**
 * A look into a telephone's camera that was asked for.
 *
 * @param reference the source's own number
 * @param token what only the link knows
 * @param key the hall's number
 * @param callback where the result is sent
 * @param madeUp what happens when the person says yes
 */
record Face(
        String reference,
        String token,
        String key,
        URI callback,
        Instant expires,
        MadeUp madeUp,
        State state) {

    enum State {
        WAITING,
        MATCH,
        MISMATCH,
        UNKNOWN,
        EXPIRED
    }

    Face with(State next) {
        return new Face(reference, token, key, callback, expires, madeUp, next);
    }

    State at(Instant now) {
        return state == State.WAITING && !now.isBefore(expires) ? State.EXPIRED : state;
    }
}
