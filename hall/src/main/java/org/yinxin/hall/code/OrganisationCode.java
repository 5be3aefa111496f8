package org.yinxin.hall.code;

import java.util.regex.Pattern;

/**
 * 组织机构代码 (GB 11714), without its hyphen. Like the credit code that contains it, it may be real and still fail
 * its checksum.
 */
public record OrganisationCode(String value) implements Code {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{9}");
    private static final Pattern STANDING_ALONE = Pattern.compile("[0-9A-Z]{8}[0-9X]");

    public OrganisationCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the form of an organisation code");
        }
    }

    public static Check<OrganisationCode> check(String typed) {
        String value = Typed.bare(typed);
        if (!STANDING_ALONE.matcher(value).matches()) {
            return new Check.Bad<>("code.organisation-code.form");
        }
        OrganisationCode code = new OrganisationCode(value);
        return code.isConsistent()
                ? new Check.Good<>(code)
                : new Check.Doubtful<>(code, "code.organisation-code.checksum");
    }

    public boolean isConsistent() {
        return value.charAt(8) == Checksum.organisationCode(value.substring(0, 8));
    }

    /** {@code D2143569-X}, as it is printed. */
    public String hyphenated() {
        return value.substring(0, 8) + "-" + value.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
