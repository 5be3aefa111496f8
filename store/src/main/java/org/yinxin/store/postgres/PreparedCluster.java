package org.yinxin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster made ahead of the starts that copy it: initialised, with tables and without rows. To copy it takes a tenth
 * of the time. It is for demonstrations and tests, because all copies bear the same system identifier, by which
 * PostgreSQL tells the logs of one server from those of another.
 *
 * @param folder of a server that was stopped in order
 */
public record PreparedCluster(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedCluster.class);

    private static final long SECONDS_TO_COPY = 60;

    /**
     * Makes one, whole or not at all, in the place of an older one.
     *
     * @param filling makes the tables
     */
    public static PreparedCluster make(Path folder, Consumer<DatabaseServer> filling) {
        Path place = folder.toAbsolutePath();
        try {
            Path work = Files.createTempDirectory(place.getParent(), "preparing-");
            try {
                EmbeddedServer server = EmbeddedServer.start(work);
                try {
                    filling.accept(server.address());
                } finally {
                    server.stop();
                }
                Folders.delete(place);
                Files.move(work.resolve("cluster"), place, StandardCopyOption.ATOMIC_MOVE);
                return new PreparedCluster(place);
            } finally {
                Folders.delete(work);
            }
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "No cluster can be prepared in %s: %s".formatted(place, Folders.reason(e)), e);
        }
    }

    /** Whether it was copied; what cannot be is left out, and the caller makes a new one. */
    boolean copyTo(Path fresh) throws IOException {
        Path version = folder.resolve("PG_VERSION");
        if (!Files.isReadable(version)
                || !Files.readString(version).strip().equals(PostgresBinaries.MAJOR)) {
            return false;
        }
        // Owners and rights with it: the server looks at them before it starts.
        Process copying =
                new ProcessBuilder(
                                "cp", "-a", "--reflink=auto", folder.toString(), fresh.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (copying.waitFor(SECONDS_TO_COPY, TimeUnit.SECONDS) && copying.exitValue() == 0) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        copying.destroyForcibly();
        LOG.warn("The prepared cluster {} cannot be copied", folder);
        Folders.delete(fresh);
        return false;
    }
}
