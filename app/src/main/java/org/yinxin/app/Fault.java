package org.yinxin.app;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.profile.catalogue.FaultyProfilesException;
import org.yinxin.store.postgres.PostgresUnavailable;

/**
 * Why the program did not start, in words and without a stack trace.
 *
 * @param words one sentence each line, for the person who started the program
 */
record Fault(int exitCode, String words) {

    /** What we expect to go wrong; empty for everything else. */
    static Optional<Fault> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartRefused refused -> {
                    return Optional.of(
                            new Fault(refused.exitCode(), String.valueOf(refused.getMessage())));
                }
                case PostgresUnavailable unavailable -> {
                    return failure(String.valueOf(unavailable.getMessage()));
                }
                case KeyStoreUnavailableException unavailable -> {
                    return failure(String.valueOf(unavailable.getMessage()));
                }
                case FaultyProfilesException faulty -> {
                    return failure(String.valueOf(faulty.getMessage()));
                }
                case PortInUseException inUse -> {
                    return failure(
                            "Port %d is in use by another program: choose another with --port."
                                    .formatted(inUse.getPort()));
                }
                case BindException setting -> {
                    return failure(
                            "The setting %s is wrong: %s"
                                    .formatted(setting.getName(), rootOf(setting).getMessage()));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> failure(String sentence) {
        return Optional.of(new Fault(StartRefused.FAILURE, sentence));
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
