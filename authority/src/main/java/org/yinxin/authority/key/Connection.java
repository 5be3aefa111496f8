package org.yinxin.authority.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a device: made when it is first asked for, and made anew when it broke. After an attempt that failed the next is a
 * second later; until then everybody is told the same, so that a device that is away does not hold up all who ask for it.
 * Safe for use by several threads.
 */
public final class Connection<C extends Connection.Device> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What is connected to. */
    public interface Device {
        /** Gives back what it holds; whoever uses it still gets an error. */
        void close();
    }

    private final Supplier<C> opening;
    private final Clock clock;
    private @Nullable C current;
    private @Nullable KeyStoreUnavailableException refusal;
    private Instant refusedAt = Instant.MIN;

    /**
     * Over that way to open it.
     *
     * @param opening throws {@link KeyStoreUnavailableException}
     */
    public Connection(Supplier<C> opening, Clock clock) {
        this.opening = opening;
        this.clock = clock;
    }

    /**
     * The connection.
     *
     * @throws KeyStoreUnavailableException when there is none
     */
    public synchronized C get() {
        C found = current;
        return found == null ? open() : found;
    }

    /**
     * Another one instead of one that broke, or the one that somebody else has made in the meantime.
     *
     * @throws KeyStoreUnavailableException when there is none
     */
    @SuppressWarnings("ReferenceEquality") // this very one
    public synchronized C insteadOf(C broken) {
        C found = current;
        if (found != null && found != broken) {
            return found;
        }
        if (found != null) {
            current = null;
            found.close();
        }
        return open();
    }

    private C open() {
        Instant now = clock.instant();
        // A clock that was set back must not hold it up.
        Duration since = Duration.between(refusedAt, now).abs();
        if (refusal != null && since.compareTo(PAUSE) < 0) {
            throw new KeyStoreUnavailableException(String.valueOf(refusal.getMessage()), refusal);
        }
        try {
            C opened = opening.get();
            current = opened;
            refusal = null;
            return opened;
        } catch (KeyStoreUnavailableException e) {
            refusal = e;
            refusedAt = now;
            throw e;
        }
    }
}
