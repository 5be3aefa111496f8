package org.yinxin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}: its process on the first line, its port on the
 * fourth. The file also outlives a server that was killed.
 *
 * @param pid 0 when there is no server
 * @param port 0 as long as the server has not chosen it
 */
record PostmasterFile(long pid, int port) {

    static PostmasterFile read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return new PostmasterFile(pid, port);
        } catch (IOException | NumberFormatException e) {
            // Not there, or just being written.
            return new PostmasterFile(0, 0);
        }
    }

    /** Whether that process lives and is a PostgreSQL; process numbers are used again. */
    boolean isAlive() {
        return process().isPresent();
    }

    void kill() {
        process().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> process() {
        return pid == 0
                ? Optional.empty()
                : ProcessHandle.of(pid)
                        .filter(
                                process ->
                                        process.info()
                                                .command()
                                                .map(command -> command.endsWith("/postgres"))
                                                .orElse(true));
    }
}
