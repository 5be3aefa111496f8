package org.yinxin.hall.code;

import java.util.regex.Pattern;
import org.yinxin.hall.privacy.Masked;

/** A mobile telephone number of the mainland, eleven digits without country code. Its text form is masked. */
public record MobileNumber(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+86|0086|86(?=1[0-9]{10}$))");

    public MobileNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    public static Check<MobileNumber> check(String typed) {
        String value = COUNTRY.matcher(Typed.bare(typed)).replaceFirst("");
        return FORM.matcher(value).matches()
                ? new Check.Good<>(new MobileNumber(value))
                : new Check.Bad<>("code.mobile.form");
    }

    public String masked() {
        return Masked.mobile(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
