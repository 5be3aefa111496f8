package org.yinxin.authority.timestamp;

import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.yinxin.authority.hierarchy.CertificationAuthority;

/**
 * The settings {@code yinxin.authority.time-stamp-*}.
 *
 * @param identifier under which policy stamps are given; null for the policy of the authority's certificates
 * @param accuracy by how much the time of a stamp may be wrong; also how far the clocks of several nodes may be apart
 */
public record StampPolicy(@Nullable ASN1ObjectIdentifier identifier, Duration accuracy) {

    /** An object identifier. */
    public static final String IDENTIFIER = "yinxin.authority.time-stamp-policy";

    /** An ISO 8601 duration in whole seconds, one second if left out. */
    public static final String ACCURACY = "yinxin.authority.time-stamp-accuracy";

    /** What nobody has set. */
    public static final StampPolicy USUAL = new StampPolicy(null, Duration.ofSeconds(1));

    public StampPolicy {
        if (accuracy.compareTo(Duration.ofSeconds(1)) < 0
                || accuracy.compareTo(Duration.ofMinutes(1)) > 0
                || accuracy.toNanosPart() != 0) {
            throw new IllegalArgumentException(ACCURACY + " is 1 to 60 whole seconds");
        }
    }

    static StampPolicy of(Environment environment) {
        String identifier = environment.getProperty(IDENTIFIER);
        return new StampPolicy(
                identifier == null ? null : new ASN1ObjectIdentifier(identifier),
                Duration.parse(environment.getProperty(ACCURACY, USUAL.accuracy().toString())));
    }

    ASN1ObjectIdentifier of(CertificationAuthority authority) {
        return identifier == null ? authority.policy() : identifier;
    }
}
