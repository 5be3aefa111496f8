package org.yinxin.bench.crl;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.authority.crl.PublishedCrl;

/** Makes lists of a great many entries, has them judged, and reports. */
public final class BenchCrl {

    private final PrintStream out;

    public BenchCrl(PrintStream out) {
        this.out = out;
    }

    /** Answers whether OpenSSL agrees with the list; where it is not installed, nobody disagrees. */
    public boolean run(CrlWords words) {
        CrlReport report = new CrlReport(words);
        try (TemporaryFolder folder = TemporaryFolder.make();
                CrlSite site = CrlSite.make(folder.path(), words.algorithm(), words.rows())) {
            PublishedCrl last = lists(site, words, report);
            Path file = folder.path().resolve("list.der");
            site.copy(last, file);
            report.octets(Files.size(file));
            report.limit(limit(site, file, folder.path().resolve("copy.der")));
            Optional<OpenSslLists> openSsl =
                    OpenSslLists.in(
                            folder.path().resolve("openssl"),
                            words.algorithm(),
                            site.authority().certificate().encoded());
            openSsl.ifPresent(judge -> report.judged(judge.isSigned(file), judge.entries(file)));
            openSsl.flatMap(peer -> peer.make(site)).ifPresent(report::peer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report.print(out);
    }

    private static PublishedCrl lists(CrlSite site, CrlWords words, CrlReport report)
            throws IOException {
        AtomicReference<PublishedCrl> last = new AtomicReference<>();
        long database = site.databaseProcess();
        long end = System.nanoTime() + words.seconds() * 1_000_000_000L;
        for (int round = 0; round < 2 || System.nanoTime() < end; round++) {
            report.add(Effort.of(database, () -> last.set(site.publish())));
        }
        return Objects.requireNonNull(last.get());
    }

    // What nobody can do without: to hash all octets, to sign once, and to write them to the disk.
    private static Effort limit(CrlSite site, Path list, Path copy) throws IOException {
        long database = site.databaseProcess();
        Effort best = null;
        for (int round = 0; round < 3; round++) {
            Files.deleteIfExists(copy);
            Effort effort =
                    Effort.of(
                            database,
                            () -> {
                                try (InputStream content = Files.newInputStream(list)) {
                                    site.key().sign(content);
                                }
                                Files.copy(list, copy);
                                try (FileChannel written =
                                        FileChannel.open(copy, StandardOpenOption.WRITE)) {
                                    written.force(true);
                                }
                            });
            if (best == null || effort.seconds() < best.seconds()) {
                best = effort;
            }
        }
        return Objects.requireNonNull(best);
    }
}
