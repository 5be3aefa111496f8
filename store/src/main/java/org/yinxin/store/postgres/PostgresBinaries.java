package org.yinxin.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per machine and version from the archive on the class path.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    /** The major version of the bundled archive; a data folder of another one cannot be opened. */
    static final String MAJOR = "18";

    // Changes with the version in the parent pom, or an old copy would be taken for the new one.
    private static final String VERSION = "18.6.0";

    static PostgresBinaries install(Path cache) {
        Path home = cache.resolve("postgresql-" + VERSION);
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            try {
                Files.createDirectories(cache);
                unpackInto(cache, home);
            } catch (IOException e) {
                throw new PostgresUnavailable(
                        "PostgreSQL cannot be unpacked into %s: %s"
                                .formatted(home, Folders.reason(e)),
                        e);
            }
        }
        return new PostgresBinaries(home);
    }

    /** The folder for things that can be made again: {@code XDG_CACHE_HOME} or {@code ~/.cache}. */
    static Path defaultCache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return base.resolve("yinxin");
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    // Unpacks beside and moves into place: two programs may start at once, and one may be killed
    // half-way.
    private static void unpackInto(Path cache, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; its copy is as good as ours.
        } finally {
            Folders.delete(fresh);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path fresh)
            throws IOException {
        Path target = fresh.resolve(entry.getName()).normalize();
        if (!target.startsWith(fresh)) {
            throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() throws IOException {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String suffix =
                machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm_64" : machine;
        String name = "/postgres-linux-" + suffix + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException(
                    "no PostgreSQL for this machine (%s) is bundled; name a server with --database"
                            .formatted(machine));
        }
        return archive;
    }
}
