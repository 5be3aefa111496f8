package org.yinxin.hall.code;

import java.util.regex.Pattern;

/** 邮政编码, six digits. */
public record PostalCode(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    public PostalCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a postal code");
        }
    }

    public static Check<PostalCode> check(String typed) {
        String value = Typed.bare(typed);
        return FORM.matcher(value).matches()
                ? new Check.Good<>(new PostalCode(value))
                : new Check.Bad<>("code.postal-code.form");
    }

    @Override
    public String toString() {
        return value;
    }
}
