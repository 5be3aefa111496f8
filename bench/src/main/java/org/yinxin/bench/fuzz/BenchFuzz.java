package org.yinxin.bench.fuzz;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.installation.TemporaryFolder;

/** Feeds each target for a while, and says which answers there were. */
public final class BenchFuzz {

    /** No input is so dear that an answer takes longer, whatever else the machine does. */
    private static final long LONGEST_NANOSECONDS = 20_000_000_000L;

    private static final int MOST_CRASHES = 20;

    private final PrintStream out;

    public BenchFuzz(PrintStream out) {
        this.out = out;
    }

    /** Answers whether every answer was a declared one. */
    public boolean run(FuzzWords words) {
        try (TemporaryFolder folder = TemporaryFolder.make();
                RunningHall hall =
                        StartHall.serve(new Serve(0, "127.0.0.1", folder.path(), null, null, 0))) {
            Targets targets = new Targets(hall);
            int crashes = 0;
            for (String name : words.targets()) {
                Path folderOfAll = words.corpus();
                Path file = folderOfAll == null ? null : folderOfAll.resolve(name + ".txt");
                crashes += feed(name, targets.named(name), words, file);
            }
            return crashes == 0;
        }
    }

    private int feed(String name, Target target, FuzzWords words, @Nullable Path file) {
        Random random = new Random(words.seed());
        Mutations mutations = new Mutations(random);
        Corpus corpus = new Corpus();
        int crashes = 0;
        List<byte[]> seeds = target.seeds();
        List<byte[]> kept = Corpus.read(file);
        for (byte[] input : seeds) {
            crashes += feed(name, target, input, corpus);
        }
        for (byte[] input : kept) {
            crashes += feed(name, target, input, corpus);
        }
        long fed = (long) seeds.size() + kept.size();
        long end = System.nanoTime() + words.seconds() * 1_000_000_000L;
        while (System.nanoTime() < end && crashes < MOST_CRASHES) {
            // Sound input is broken as often as all that was kept together.
            List<byte[]> from = random.nextBoolean() ? seeds : corpus.inputs();
            byte[] input = from.get(random.nextInt(from.size()));
            crashes += feed(name, target, mutations.of(input, corpus.inputs()), corpus);
            fed++;
        }
        out.printf(
                "%s: %,d inputs, %d kinds of answers, %d crashes%n",
                name, fed, corpus.byAnswer().size(), crashes);
        if (file != null) {
            corpus.write(file);
        }
        return crashes;
    }

    /** Answers 1 for a crash. */
    private int feed(String name, Target target, byte[] input, Corpus corpus) {
        long begin = System.nanoTime();
        String what;
        try {
            corpus.add(target.feed(input), input);
            if (System.nanoTime() - begin < LONGEST_NANOSECONDS) {
                return 0;
            }
            what = "an answer took longer than 20 s";
        } catch (Crash crash) {
            what = crash.getMessage();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            what = e.toString();
        }
        out.printf("%s: %s: %s%n", name, what, HexFormat.of().formatHex(input));
        return 1;
    }
}
