package org.yinxin.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.ConfigurableApplicationContext;
import org.yinxin.app.demonstration.StandIns;
import org.yinxin.app.installation.DataFolder;

/**
 * A hall that answers. Closing it lets running requests end, then stops the jobs, the stand-ins, the pools and last
 * the embedded database.
 */
public final class RunningHall implements AutoCloseable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final String address;
    private final DataFolder data;
    private final ConfigurableApplicationContext context;
    private final Opened below;
    private boolean closed;

    RunningHall(
            String address, DataFolder data, ConfigurableApplicationContext context, Opened below) {
        this.address = address;
        this.data = data;
        this.context = context;
        this.below = below;
    }

    /** Where it answers, such as {@code http://127.0.0.1:8080}. */
    public String address() {
        return address;
    }

    /** The hall's date, in China. */
    LocalDate today() {
        return LocalDate.now(context.getBean(Clock.class).withZone(CHINA));
    }

    public DataFolder data() {
        return data;
    }

    /** Where the key agent of the demonstration answers. */
    public String keyAgent() {
        return context.getBean(StandIns.class).keyAgent();
    }

    /** One of its parts, for programs that do more with a hall than visit it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            context.close();
            below.close();
        }
    }
}
