package org.yinxin.hall.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one business inside a plan, such as {@code NEW} (新办) or {@code REISSUE_LOST} (丢失补办).
 *
 * @param text upper case letters, digits and underscores
 */
public record BusinessCode(String text) implements Comparable<BusinessCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    public BusinessCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a business code: " + text);
        }
    }

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<BusinessCode> parse(String typed) {
        return SHAPE.matcher(typed).matches()
                ? Optional.of(new BusinessCode(typed))
                : Optional.empty();
    }

    @Override
    public int compareTo(BusinessCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
