package org.yinxin.hall.delivery;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which a courier knows a parcel (运单号). Carriers agree on nothing but letters and digits; what is
 * refused is what no carrier can have printed.
 *
 * @param text capital letters, digits and hyphens, with a digit among them
 */
public record TrackingNumber(String text) {

    private static final Pattern SHAPE =
            Pattern.compile("(?=.*[0-9])[A-Z0-9][A-Z0-9-]{6,28}[A-Z0-9]");

    public TrackingNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a tracking number");
        }
    }

    /** Reads a number as it was typed or scanned; empty when it cannot be one. */
    public static Optional<TrackingNumber> parse(String typed) {
        String text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .toUpperCase(Locale.ROOT);
        return SHAPE.matcher(text).matches()
                ? Optional.of(new TrackingNumber(text))
                : Optional.empty();
    }

    /** Its last four characters, enough for the journal to tell two apart. */
    String tail() {
        return text.substring(text.length() - 4);
    }

    @Override
    public String toString() {
        return text;
    }
}
