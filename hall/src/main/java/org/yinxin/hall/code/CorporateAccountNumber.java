package org.yinxin.hall.code;

import java.util.regex.Pattern;
import org.yinxin.hall.privacy.Masked;

/** 对公账户: each bank numbers them its own way and none of them by Luhn, so only the form is checked. */
public record CorporateAccountNumber(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("[0-9]{8,32}");

    public CorporateAccountNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a corporate account number");
        }
    }

    public static Check<CorporateAccountNumber> check(String typed) {
        String value = Typed.bare(typed);
        return FORM.matcher(value).matches()
                ? new Check.Good<>(new CorporateAccountNumber(value))
                : new Check.Bad<>("code.corporate-account.form");
    }

    @Override
    public String toString() {
        return Masked.bankAccount(value);
    }
}
