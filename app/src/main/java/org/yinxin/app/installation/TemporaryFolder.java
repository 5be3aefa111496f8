package org.yinxin.app.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yinxin.app.StartRefused;

/** A data folder that is deleted when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder make() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("yinxin-"));
        } catch (IOException e) {
            throw new StartRefused(
                    "No temporary folder can be made in %s: %s"
                            .formatted(System.getProperty("java.io.tmpdir"), Reasons.of(e)),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            Trees.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
