package org.yinxin.hall.code;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yinxin.hall.privacy.Masked;

/** A mail address as mail servers here take it: ASCII, a domain with a dot. Its text form is masked. */
public record EmailAddress(String value) implements Code {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?=.{3,254}$)(?=[^@]{1,64}@)[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*"
                            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    public EmailAddress {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Only the domain is brought to lower case: what stands before the @ belongs to the receiver. */
    public static Check<EmailAddress> check(String typed) {
        String compact = Typed.compact(typed);
        int at = compact.indexOf('@');
        String value =
                at < 0
                        ? compact
                        : compact.substring(0, at) + compact.substring(at).toLowerCase(Locale.ROOT);
        return FORM.matcher(value).matches()
                ? new Check.Good<>(new EmailAddress(value))
                : new Check.Bad<>("code.email.form");
    }

    @Override
    public String toString() {
        return Masked.email(value);
    }
}
