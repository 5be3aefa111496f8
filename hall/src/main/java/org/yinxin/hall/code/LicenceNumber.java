package org.yinxin.hall.code;

import java.util.regex.Pattern;

/** 营业执照注册号 of 15 digits (GS 15-2006), as on licences from before the credit code. */
public record LicenceNumber(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("[0-9]{15}");

    public LicenceNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the form of a licence number");
        }
    }

    public static Check<LicenceNumber> check(String typed) {
        String value = Typed.bare(typed);
        if (!FORM.matcher(value).matches()) {
            return new Check.Bad<>("code.licence-number.form");
        }
        LicenceNumber number = new LicenceNumber(value);
        return value.charAt(14) == Checksum.licenceNumber(value.substring(0, 14))
                ? new Check.Good<>(number)
                : new Check.Doubtful<>(number, "code.licence-number.checksum");
    }

    @Override
    public String toString() {
        return value;
    }
}
