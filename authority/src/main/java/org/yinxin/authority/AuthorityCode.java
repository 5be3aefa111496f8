package org.yinxin.authority;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one authority of this installation, such as {@code demo}; part of its public addresses
 * ({@code /crl/demo.crl}) and therefore never changed once a certificate carries it.
 */
public record AuthorityCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public AuthorityCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an authority's code is lower-case letters, digits and hyphens: " + value);
        }
    }

    /** Reads a code out of an address, where anything may stand. */
    public static Optional<AuthorityCode> read(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new AuthorityCode(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
