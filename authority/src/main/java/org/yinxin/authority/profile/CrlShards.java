package org.yinxin.authority.profile;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Over how many revocation lists each authority spreads the certificates that it issues from now on. Another number changes
 * nothing for those that there are.
 */
public record CrlShards(Map<AuthorityCode, Integer> counts) {

    /** One list each. */
    public static final CrlShards NONE = new CrlShards(Map.of());

    private static final int MOST = 1_000;
    private static final Pattern COUNT = Pattern.compile("([^:]+):([1-9][0-9]{0,3})");

    public CrlShards {
        counts = Map.copyOf(counts);
        counts.forEach(
                (authority, count) -> {
                    if (count < 1 || count > MOST) {
                        throw new IllegalArgumentException(
                                "an authority has 1 to %d revocation lists, and %s shall have %d"
                                        .formatted(MOST, authority, count));
                    }
                });
    }

    /** Reads what looks like {@code one-authority:16, another:4}; nothing means one list each. */
    public static CrlShards read(String text) {
        Map<AuthorityCode, Integer> counts = new HashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher count = COUNT.matcher(part.strip());
            if (!count.matches()) {
                throw new IllegalArgumentException(
                        "numbers of revocation lists look like my-authority:16, not " + part);
            }
            counts.put(new AuthorityCode(count.group(1)), Integer.valueOf(count.group(2)));
        }
        return new CrlShards(counts);
    }

    /** The highest shard of an authority; 0 if it has the one list only. */
    public int highest(AuthorityCode authority) {
        int count = counts.getOrDefault(authority, 1);
        return count == 1 ? 0 : count;
    }

    /** The shard of a certificate, from 1; 0 for the list of all. Serials are random, so the shards are of a size. */
    public int of(AuthorityCode authority, SerialNumber serial) {
        int highest = highest(authority);
        return highest == 0
                ? 0
                : 1 + serial.value().mod(BigInteger.valueOf(highest)).intValueExact();
    }
}
