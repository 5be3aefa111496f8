package org.yinxin.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened on the way to a running hall; closed in the opposite order, all of it, also when one fails. */
final class Opened {

    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<Runnable> newestFirst = new ArrayDeque<>();

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
