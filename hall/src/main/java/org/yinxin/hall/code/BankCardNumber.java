package org.yinxin.hall.code;

import java.util.regex.Pattern;
import org.yinxin.hall.privacy.Masked;

/** The number of a person's bank card; the Luhn check holds. Its text form is masked. */
public record BankCardNumber(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{12,18}");

    public BankCardNumber {
        if (!FORM.matcher(value).matches() || !Checksum.luhnHolds(value)) {
            throw new IllegalArgumentException("not a bank card number");
        }
    }

    public static Check<BankCardNumber> check(String typed) {
        String value = Typed.bare(typed);
        if (!FORM.matcher(value).matches()) {
            return new Check.Bad<>("code.bank-card.form");
        }
        return Checksum.luhnHolds(value)
                ? new Check.Good<>(new BankCardNumber(value))
                : new Check.Bad<>("code.bank-card.checksum");
    }

    @Override
    public String toString() {
        return Masked.bankAccount(value);
    }
}
