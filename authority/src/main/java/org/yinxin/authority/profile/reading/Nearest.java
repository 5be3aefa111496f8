package org.yinxin.authority.profile.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses what a misspelt word was meant to be. */
final class Nearest {

    private static final int FAR = 3;

    private Nearest() {}

    /** The end of a sentence about an unknown word: the nearest known one, or all of them. */
    static String hint(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) < FAR)
                .map(candidate -> "; did you mean \"" + candidate + "\"?")
                .orElseGet(() -> "; known here: " + listed(known) + ".");
    }

    static String listed(Collection<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }

    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                } else {
                    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    steps[i][j] =
                            Math.min(
                                    steps[i - 1][j - 1] + changed,
                                    1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
