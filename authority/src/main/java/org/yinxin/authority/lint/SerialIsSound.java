package org.yinxin.authority.lint;

import java.math.BigInteger;
import java.util.Optional;

/** Positive, at most 20 octets, and too long to be guessed. */
final class SerialIsSound implements CertificateRule {

    private static final int LEAST_OCTETS = 9;
    private static final int MOST_OCTETS = 20;

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2; RFC 5280 4.1.2.2";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        BigInteger serial = certificate.tbs().structure().getSerialNumber().getValue();
        int octets = serial.toByteArray().length;
        if (serial.signum() <= 0) {
            return Optional.of("the serial number is not positive");
        }
        if (octets > MOST_OCTETS) {
            return Optional.of("the serial number has more than 20 octets");
        }
        return octets < LEAST_OCTETS
                ? Optional.of("the serial number is short enough to be guessed")
                : Optional.empty();
    }
}
