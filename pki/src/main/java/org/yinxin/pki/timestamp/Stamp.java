package org.yinxin.pki.timestamp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * What a stamp says beside the hash.
 *
 * @param serial unique among all stamps of the unit's authority
 * @param at the time; fractions of a second are dropped
 * @param accuracy by how much the time may be wrong, in whole seconds
 */
public record Stamp(BigInteger serial, Instant at, ASN1ObjectIdentifier policy, Duration accuracy) {
    public Stamp {
        if (serial.signum() <= 0 || accuracy.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "a stamp has a positive number and is accurate to a second at best");
        }
    }
}
