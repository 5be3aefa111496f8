package org.yinxin.bench;

import java.io.PrintStream;
import java.util.List;
import org.yinxin.bench.asking.Figures;
import org.yinxin.bench.asking.Lists.Taken;

/** Puts the figures of two sizes side by side and judges them. */
final class Report {

    private final PrintStream out;
    private final double limit;
    private int over;

    Report(PrintStream out, double limit) {
        this.out = out;
        this.limit = limit;
    }

    /** Prints a line for each question and answers whether all keep within the limits. */
    boolean print(int base, List<Taken> few, int rows, List<Taken> all) {
        out.printf("%nmilliseconds%37s%,17d rows %,28d rows%n", "", base, rows);
        out.printf(
                "%-43s %7s %7s %7s %7s  %7s %7s %7s %7s  %5s%n",
                "", "CPU", "p50", "p99", "max", "CPU", "p50", "p99", "max", "ratio");
        for (int i = 0; i < all.size(); i++) {
            line(few.get(i), all.get(i));
        }
        out.printf(
                "%n%d of %d lists keep within %.1f ms and %.1f times.%n",
                all.size() - over, all.size(), limit, Words.RATIO);
        return over == 0;
    }

    /** Whether a question keeps within the limits. */
    boolean isKept(Taken few, Taken all) {
        return all.figures().p99() < limit && ratio(few, all) <= Words.RATIO;
    }

    private static double ratio(Taken few, Taken all) {
        return all.figures().p99() / few.figures().p99();
    }

    private void line(Taken few, Taken all) {
        Figures before = few.figures();
        Figures now = all.figures();
        boolean ok = isKept(few, all);
        over += ok ? 0 : 1;
        out.printf(
                "%-38s %-4s %7.1f %7.1f %7.1f %7.1f  %7.1f %7.1f %7.1f %7.1f  %5.2f  %s%n",
                all.name(),
                all.face(),
                before.cpu(),
                before.p50(),
                before.p99(),
                before.max(),
                now.cpu(),
                now.p50(),
                now.p99(),
                now.max(),
                ratio(few, all),
                ok ? "OK" : "OVER");
    }
}
