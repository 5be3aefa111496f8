package org.yinxin.authority.machine;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a machine calls itself when it signs in: lower-case letters, digits, dots and hyphens. */
public record MachineName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

    public MachineName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a machine's name is lower-case letters, digits, dots and hyphens: " + value);
        }
    }

    /** Reads what a stranger says. */
    public static Optional<MachineName> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MachineName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
