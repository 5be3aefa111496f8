package org.yinxin.authority.profile.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.profile.reading.ProfileReader;

/**
 * Which edition of the profiles each authority issues under.
 *
 * @param usual of those that are not named
 */
public record ProfileEditions(String usual, Map<AuthorityCode, String> named) {

    private static final String ALL = "*";
    private static final Pattern ONE = Pattern.compile("([^:]+):\\s*(\\S+)");

    /** 2012 for all. */
    public static final ProfileEditions USUAL = new ProfileEditions("2012", Map.of());

    public ProfileEditions {
        named = Map.copyOf(named);
    }

    /**
     * Reads what looks like {@code *:2012, my-authority:2023}; nothing means 2012 for all.
     *
     * @throws FaultyProfilesException when it looks like something else
     */
    public static ProfileEditions read(String text) {
        String usual = USUAL.usual();
        Map<AuthorityCode, String> named = new HashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher one = ONE.matcher(part.strip());
            if (!one.matches() || !ProfileReader.isEdition(one.group(2))) {
                throw unlike(part);
            }
            if (one.group(1).equals(ALL)) {
                usual = one.group(2);
            } else {
                AuthorityCode line =
                        AuthorityCode.read(one.group(1)).orElseThrow(() -> unlike(part));
                named.put(line, one.group(2));
            }
        }
        return new ProfileEditions(usual, named);
    }

    private static FaultyProfilesException unlike(String part) {
        return new FaultyProfilesException(
                "The editions of certificate profiles look like *:2012, my-authority:2023, not \"%s\"."
                        .formatted(part.strip()));
    }

    /** Of an authority, by the code that orders name. */
    String of(AuthorityCode line) {
        return named.getOrDefault(line, usual);
    }

    /** All that some authority issues under. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(named.values());
        all.add(usual);
        return all;
    }
}
