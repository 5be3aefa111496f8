package org.yinxin.hall.catalogue.reading;

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
                .orElseGet(
                        () ->
                                "; known here: "
                                        + known.stream().sorted().collect(Collectors.joining(", "))
                                        + ".");
    }

    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
