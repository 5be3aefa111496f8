package org.yinxin.hall.code;

import java.util.regex.Pattern;

/**
 * 统一社会信用代码 (GB 32100): one character for the registry, one for the kind, six digits of region, nine
 * characters of organisation code, one check character. The form is certain; whether the checksum holds is
 * {@link #isConsistent()}, because a few real codes fail it.
 */
public record UnifiedSocialCreditCode(String value) implements Code {

    private static final Pattern FORM =
            Pattern.compile(
                    "["
                            + Checksum.CREDIT_ALPHABET
                            + "]{2}[0-9]{6}["
                            + Checksum.CREDIT_ALPHABET
                            + "]{10}");
    private static final Pattern ONLY_LETTERS_AND_DIGITS = Pattern.compile("[0-9A-Z]*");
    private static final int LENGTH = 18;

    public UnifiedSocialCreditCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the form of a credit code");
        }
    }

    public static Check<UnifiedSocialCreditCode> check(String typed) {
        String value = Typed.bare(typed);
        if (value.length() != LENGTH) {
            return new Check.Bad<>("code.credit-code.length");
        }
        if (!ONLY_LETTERS_AND_DIGITS.matcher(value).matches()) {
            return new Check.Bad<>("code.credit-code.characters");
        }
        if (value.chars().anyMatch(c -> Checksum.CREDIT_ALPHABET.indexOf(c) < 0)) {
            return new Check.Bad<>("code.credit-code.letters");
        }
        if (!FORM.matcher(value).matches()) {
            return new Check.Bad<>("code.credit-code.region");
        }
        UnifiedSocialCreditCode code = new UnifiedSocialCreditCode(value);
        if (!code.isConsistent()) {
            return new Check.Doubtful<>(code, "code.credit-code.checksum");
        }
        if (code.kind() == InstitutionKind.UNKNOWN || !code.regionExists()) {
            return new Check.Doubtful<>(code, "code.credit-code.registry");
        }
        return new Check.Good<>(code);
    }

    /** Whether its own check character and that of the organisation code inside it are right. */
    public boolean isConsistent() {
        return value.charAt(LENGTH - 1) == Checksum.creditCode(value.substring(0, LENGTH - 1))
                && organisationCode().isConsistent();
    }

    /** The organisation code that is a part of every credit code. */
    public OrganisationCode organisationCode() {
        return new OrganisationCode(value.substring(8, 17));
    }

    /** What kind of institution the first two characters name. */
    public InstitutionKind kind() {
        return InstitutionKind.of(value.substring(0, 2));
    }

    /** As people read it aloud: {@code 91150100 MA0T0045X 0}. */
    public String grouped() {
        return value.substring(0, 8) + " " + value.substring(8, 17) + " " + value.substring(17);
    }

    /** 100000 is the state itself, used by national registries. */
    private boolean regionExists() {
        return Province.exists(value.substring(2, 4)) || value.startsWith("100000", 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
