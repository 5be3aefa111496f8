package org.yinxin.authority.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of one profile, written as {@code organisation-2012@3}.
 *
 * @param name small letters, digits and hyphens
 * @param version from 1; 0 while it is not on record
 */
public record ProfileReference(String name, int version) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern TEXT = Pattern.compile("([a-z][a-z0-9-]{0,59})@([0-9]{1,9})");

    public ProfileReference {
        if (!isName(name) || version < 0) {
            throw new IllegalArgumentException("no reference to a profile: " + name);
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public static Optional<ProfileReference> read(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new ProfileReference(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
