package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bars to be drawn as SVG: the page's security policy allows no inline style, and attributes of a drawing are none.
 *
 * @param bars in order
 * @param sum of all
 */
record Chart(List<Bar> bars, long sum) {

    Chart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param label what is counted
     * @param count how many
     * @param length of a hundred
     * @param start a hundred less the length, for bars that stand
     * @param href where that is listed; null where the reader may not go
     */
    record Bar(String label, long count, String length, String start, @Nullable String href) {}

    /** Bars as long as their share of the longest; what is there at all can be seen. */
    static <T> Chart of(
            List<T> things,
            Function<T, String> label,
            ToLongFunction<T> count,
            Function<T, @Nullable String> href) {
        long most = Math.max(1, things.stream().mapToLong(count).max().orElse(1));
        return new Chart(
                things.stream()
                        .map(
                                thing -> {
                                    long here = count.applyAsLong(thing);
                                    double length =
                                            here == 0 ? 0 : Math.max(1, 100.0 * here / most);
                                    return new Bar(
                                            label.apply(thing),
                                            here,
                                            number(length),
                                            number(100 - length),
                                            href.apply(thing));
                                })
                        .toList(),
                things.stream().mapToLong(count).sum());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
