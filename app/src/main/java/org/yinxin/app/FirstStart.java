package org.yinxin.app;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yinxin.app.installation.Ceremonies;

/**
 * Does what the first start of an installation must do, before the doors open: nobody meets a hall without an
 * authority or without staff.
 */
@Component
final class FirstStart implements SmartLifecycle {

    private final Ceremonies ceremonies;
    private volatile boolean done;

    FirstStart(Ceremonies ceremonies) {
        this.ceremonies = ceremonies;
    }

    @Override
    public void start() {
        ceremonies.hold();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the web server and the jobs. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
