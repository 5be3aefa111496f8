package org.yinxin.keyagent.medium;

import java.util.regex.Pattern;

/** One token; safe to be part of a file name. */
public record TokenId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,40}");

    public TokenId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a token");
        }
    }

    /** Whether some text from outside has the form of an id. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
