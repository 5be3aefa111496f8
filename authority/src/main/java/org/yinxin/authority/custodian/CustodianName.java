package org.yinxin.authority.custodian;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A custodian, as commands and the journal name him: a plain identifier and not a person's name, of small letters so that
 * one person cannot be spelt in two ways.
 */
public record CustodianName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    public CustodianName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a custodian's name is lower-case letters, digits, dots and hyphens: " + value);
        }
    }

    /** Reads what somebody typed. */
    public static Optional<CustodianName> read(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new CustodianName(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
