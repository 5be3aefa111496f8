package org.yinxin.hall.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a plan over all its versions.
 *
 * @param text lower case letters, digits and hyphens
 */
public record PlanCode(String text) implements Comparable<PlanCode> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public PlanCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a plan code: " + text);
        }
    }

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<PlanCode> parse(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new PlanCode(typed)) : Optional.empty();
    }

    @Override
    public int compareTo(PlanCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
