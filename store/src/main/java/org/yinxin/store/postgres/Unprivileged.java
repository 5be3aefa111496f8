package org.yinxin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How to run PostgreSQL's programs so that they do not see themselves as root, which they refuse to run as.
 *
 * @param prefix put before each command
 * @param user whom the files must belong to; {@code null} when they stay ours
 */
record Unprivileged(List<String> prefix, @Nullable String user) {

    Unprivileged {
        prefix = List.copyOf(prefix);
    }

    static Unprivileged find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of(), null);
        }
        // In a user namespace of its own the process is nobody, yet the files of root remain its
        // own.
        if (works(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"), null);
        }
        for (String user : List.of("postgres", "nobody")) {
            Unprivileged other = as(user);
            if (works(other.command("true"))) {
                return other;
            }
        }
        throw new PostgresUnavailable(
                "PostgreSQL does not run as root, and neither unshare nor setpriv of util-linux works here:"
                        + " start as another user or name a server with --database.");
    }

    static Unprivileged as(String user) {
        return new Unprivileged(
                List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups"),
                user);
    }

    List<String> command(String... words) {
        return java.util.stream.Stream.concat(prefix.stream(), List.of(words).stream()).toList();
    }

    /** Hands a new folder to the user the server will run as. */
    void own(Path folder) throws IOException {
        if (user != null) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(user));
        }
    }

    // Debian's nobody is in nogroup; a service user has a group of its own name.
    private static String groupOf(String user) {
        return user.equals("nobody") ? "nogroup" : user;
    }

    private static boolean works(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
