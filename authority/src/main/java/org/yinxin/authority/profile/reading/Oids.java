package org.yinxin.authority.profile.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Reads object identifiers, in numbers or by a name that we know. */
final class Oids {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final int LONGEST = 120;

    private Oids() {}

    static Optional<ASN1ObjectIdentifier> read(
            Block block, Block.Item item, Map<String, ASN1ObjectIdentifier> names) {
        String text = item.text();
        ASN1ObjectIdentifier named = names.get(text);
        if (named != null) {
            return Optional.of(named);
        }
        if (!NUMBERS.matcher(text).matches()) {
            block.fault(
                    item.line(),
                    "\"%s\" is no object identifier in numbers and no name of one%s"
                            .formatted(text, Nearest.hint(text, names.keySet())));
            return Optional.empty();
        }
        Optional<ASN1ObjectIdentifier> oid =
                text.length() > LONGEST
                        ? Optional.empty()
                        : Optional.ofNullable(ASN1ObjectIdentifier.tryFromID(text));
        if (oid.isEmpty()) {
            block.fault(
                    item.line(),
                    "\"%s\" is no object identifier; they look like 1.2.156.10260.4.1.4."
                            .formatted(text));
        }
        return oid;
    }
}
