package org.yinxin.hall.code;

import java.util.regex.Pattern;
import org.yinxin.hall.privacy.Masked;

/** A number at which somebody is reached: mobile, or area code and number with an extension, or 400. */
public record TelephoneNumber(String value) implements Code {

    private static final Pattern FORM =
            Pattern.compile(
                    "1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|400-?[0-9]{3}-?[0-9]{4}");

    public TelephoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a telephone number");
        }
    }

    public static Check<TelephoneNumber> check(String typed) {
        String dashed =
                Typed.compact(typed)
                        .replaceAll("\\p{Pd}|转", "-")
                        .replace("(", "")
                        .replace(")", "-");
        String value =
                switch (MobileNumber.check(typed)) {
                    case Check.Good<MobileNumber>(MobileNumber mobile) -> mobile.value();
                    case Check.Doubtful<MobileNumber>(MobileNumber mobile, String _) ->
                            mobile.value();
                    case Check.Bad<MobileNumber> _ -> dashed;
                };
        return FORM.matcher(value).matches()
                ? new Check.Good<>(new TelephoneNumber(value))
                : new Check.Bad<>("code.telephone.form");
    }

    @Override
    public String toString() {
        return Masked.mobile(value);
    }
}
