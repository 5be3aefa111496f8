package org.yinxin.hall.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one gate inside a business, such as {@code FORM}; unique there, so a second form is {@code FORM2}.
 *
 * @param text upper case letters, digits and underscores
 */
public record GateCode(String text) implements Comparable<GateCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    public GateCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a gate code: " + text);
        }
    }

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<GateCode> parse(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new GateCode(typed)) : Optional.empty();
    }

    @Override
    public int compareTo(GateCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
