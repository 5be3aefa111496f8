package org.yinxin.hall.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yinxin.hall.privacy.Masked;

/** 公民身份号码 (GB 11643), 18 characters, of somebody born in 1900 or later. Its text form is masked. */
public record ResidentIdentityNumber(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final Pattern FIRST_GENERATION = Pattern.compile("[1-9][0-9]{14}");
    private static final int FIRST_YEAR = 1900;
    private static final int OLDEST = 125;

    public ResidentIdentityNumber {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException("not a resident identity number");
        }
    }

    /** Everything that can be said without knowing the date of today. */
    public static Check<ResidentIdentityNumber> check(String typed) {
        String value = Typed.bare(typed);
        Optional<String> fault = fault(value);
        return fault.isPresent()
                ? new Check.Bad<>(fault.get())
                : new Check.Good<>(new ResidentIdentityNumber(value));
    }

    /** As {@link #check(String)}, and its owner is born already and not older than people grow. */
    public static Check<ResidentIdentityNumber> check(String typed, LocalDate today) {
        Check<ResidentIdentityNumber> check = check(typed);
        return check.accepted().map(number -> plausible(number, today)).orElse(check);
    }

    public LocalDate birthday() {
        return LocalDate.of(
                Integer.parseInt(value, 6, 10, 10),
                Integer.parseInt(value, 10, 12, 10),
                Integer.parseInt(value, 12, 14, 10));
    }

    private static Check<ResidentIdentityNumber> plausible(
            ResidentIdentityNumber number, LocalDate today) {
        LocalDate birthday = number.birthday();
        return birthday.isAfter(today) || birthday.isBefore(today.minusYears(OLDEST))
                ? new Check.Bad<>("code.identity-number.birthday")
                : new Check.Good<>(number);
    }

    private static Optional<String> fault(String value) {
        if (FIRST_GENERATION.matcher(value).matches()) {
            return Optional.of("code.identity-number.first-generation");
        }
        if (!FORM.matcher(value).matches()) {
            return Optional.of("code.identity-number.form");
        }
        if (!Province.exists(value.substring(0, 2))) {
            return Optional.of("code.identity-number.region");
        }
        if (!isRealDate(value.substring(6, 14))) {
            return Optional.of("code.identity-number.birthday");
        }
        return value.charAt(17) == Checksum.residentIdentityNumber(value.substring(0, 17))
                ? Optional.empty()
                : Optional.of("code.identity-number.checksum");
    }

    private static boolean isRealDate(String yyyymmdd) {
        try {
            LocalDate date =
                    LocalDate.of(
                            Integer.parseInt(yyyymmdd, 0, 4, 10),
                            Integer.parseInt(yyyymmdd, 4, 6, 10),
                            Integer.parseInt(yyyymmdd, 6, 8, 10));
            return date.getYear() >= FIRST_YEAR;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    @Override
    public String toString() {
        return Masked.identityNumber(value);
    }
}
