package org.yinxin.authority.key;

import java.util.regex.Pattern;

/**
 * The name of one key in its store. It contains a part of the key's digest, so that a key that was made by a
 * ceremony which then broke off can never be taken for another.
 */
public record KeyHandle(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    public KeyHandle {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a key handle: " + value);
        }
    }
}
