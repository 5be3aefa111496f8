package org.yinxin.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened on the way to a running hall; closed in the opposite order, all of it, also when one fails. */
final class Opened {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<Runnable> newestFirst = new ArrayDeque<>();

    /** Goes a way to something that stays open; where it cannot be reached, closes all that was opened on it. */
    static <T> T onTheWayTo(Function<Opened, T> way) {
        Opened opened = new Opened();
        try {
            return way.apply(opened);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** Remembers how to close something that is open now. */
    void closeLater(Runnable closing) {
        newestFirst.push(closing);
    }

    void close() {
        while (!newestFirst.isEmpty()) {
            try {
                newestFirst.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("Not everything was closed in order", e);
            }
        }
    }
}
