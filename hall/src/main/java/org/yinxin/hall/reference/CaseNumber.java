package org.yinxin.hall.reference;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of one case (受理号), such as {@code 2611-7K4M-9QTX}: year and month, then eight random digits.
 *
 * <p>The digits are Crockford's base 32, which has no I, L, O or U, so that a number survives being read aloud;
 * they are random, so that nobody can count the cases or guess a neighbour's.
 *
 * @param text the number in its only spelling, upper case with two hyphens
 */
public record CaseNumber(String text) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE =
            Pattern.compile("\\d\\d(0[1-9]|1[0-2])(-[0-9A-HJKMNP-TV-Z]{4}){2}");

    public CaseNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /** Draws a new number; 40 random bits a month, so the caller still checks that it is free. */
    public static CaseNumber draw(YearMonth month, RandomGenerator random) {
        StringBuilder text = new StringBuilder(14);
        text.append("%02d%02d".formatted(month.getYear() % 100, month.getMonthValue()));
        for (int digit = 0; digit < 8; digit++) {
            if (digit % 4 == 0) {
                text.append('-');
            }
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new CaseNumber(text.toString());
    }

    /** Reads a number as people type it: any case, spaces around; empty when it cannot be one. */
    public static Optional<CaseNumber> parse(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(text).matches() ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
