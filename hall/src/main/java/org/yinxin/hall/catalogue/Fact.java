package org.yinxin.hall.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What the hall knows of a case besides the answers, and conditions may ask for. */
public enum Fact {
    /** How the certificate stood that the case is about, when the case was opened. */
    CERTIFICATE_PHASE("certificate.phase"),
    /** The channel through which the case was paid; not known before. */
    PAYMENT_CHANNEL("payment.channel");

    private final String key;

    Fact(String key) {
        this.key = key;
    }

    /** Its name in plans; the dot keeps it apart from the names of fields. */
    public String key() {
        return key;
    }

    /** What it can be. */
    public Set<String> possible() {
        return switch (this) {
            case CERTIFICATE_PHASE -> Set.of("VALID", "EXPIRED", "OVERDUE", "HELD");
            case PAYMENT_CHANNEL -> Set.of("wechat", "transfer");
        };
    }

    /** Reads what a plan says. */
    public static Optional<Fact> parse(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
    }
}
