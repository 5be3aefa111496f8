package org.yinxin.bench.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.app.wiring.World;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyAlgorithm;

/** Has processes issue and die, and says what they left. */
public final class BenchFaults {

    /** Every so many deaths it is the database's. */
    private static final int DATABASE = 10;

    /** In milliseconds. */
    private static final int LONGEST_LIFE = 1000;

    private final PrintStream out;
    private final RandomGenerator random = World.random();
    private final Told told = new Told();

    public BenchFaults(PrintStream out) {
        this.out = out;
    }

    /** Answers whether nothing is wrong. */
    public boolean run(FaultsWords words) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            DurableAuthority site = DurableAuthority.make(folder.path(), KeyAlgorithm.SM2);
            Draw draw = Draw.from(site);
            try {
                for (int kill = 1; kill <= words.kills(); kill++) {
                    IssuingProcess process =
                            IssuingProcess.start(site, draw, words.clients(), told);
                    if (kill % 2 == 0) {
                        // The others die among their first orders, or before.
                        process.awaitAnswer();
                    }
                    pause();
                    if (kill % DATABASE == 0) {
                        site = killDatabase(site, folder.path());
                    }
                    process.kill();
                }
                return report(words, draw, new Aftermath(site));
            } finally {
                site.close();
            }
        }
    }

    private boolean report(FaultsWords words, Draw draw, Aftermath aftermath) {
        int swept = aftermath.sweep();
        int unanswered = told.unanswered().size();
        List<String> wrong = aftermath.look(draw, told);
        out.printf(
                "%d kills, %d of them of the database: %,d pairs were answered, %d orders were not; %d attempts were cut off and closed. Everything was ordered once more.%n",
                words.kills(), words.kills() / DATABASE, told.issued().size(), unanswered, swept);
        out.printf("%d things are wrong.%n", wrong.size());
        wrong.forEach(out::println);
        return wrong.isEmpty();
    }

    private void pause() {
        try {
            Thread.sleep(random.nextInt(LONGEST_LIFE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static DurableAuthority killDatabase(DurableAuthority site, Path folder) {
        ProcessHandle server = ProcessHandle.of(site.databaseProcess()).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        server.destroyForcibly();
        // The others see that it is gone and leave; only then can it be started again.
        CompletableFuture.allOf(
                        all.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        site.close();
        return DurableAuthority.found(folder);
    }
}
