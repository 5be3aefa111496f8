package org.yinxin.pki.certificate;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The serial number of a certificate: positive and at most 20 octets (GM/T 0015-2012, 5.2; RFC 5280, 4.1.2.2).
 *
 * <p>Its text is lower-case hexadecimal of whole octets without a sign octet, which is how OpenSSL prints it but for
 * the case.
 */
public record SerialNumber(BigInteger value) implements Comparable<SerialNumber> {

    private static final int MAX_OCTETS = 20;
    private static final int RANDOM_OCTETS = 16;

    public SerialNumber {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a serial number is positive");
        }
        if (value.toByteArray().length > MAX_OCTETS) {
            throw new IllegalArgumentException("a serial number has at most 20 octets");
        }
    }

    /**
     * Draws a serial number of 16 octets: 126 random bits, far more than the 64 that keep a serial unguessable.
     * The two highest bits are fixed to 01, so that each has the same length and none needs a sign octet.
     */
    public static SerialNumber random(SecureRandom random) {
        byte[] octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        octets[0] = (byte) ((octets[0] & 0x3f) | 0x40);
        return new SerialNumber(new BigInteger(1, octets));
    }

    /** Reads the text that {@link #hex()} gives; upper case and a missing leading zero are accepted. */
    public static SerialNumber ofHex(String hex) {
        if (!hex.matches("[0-9a-fA-F]{1,40}")) {
            throw new IllegalArgumentException("not a serial number in hexadecimal digits");
        }
        return new SerialNumber(new BigInteger(hex, 16));
    }

    /** Reads what {@link #octets()} gives. */
    public static SerialNumber ofOctets(byte[] magnitude) {
        return new SerialNumber(new BigInteger(1, magnitude));
    }

    public String hex() {
        String digits = value.toString(16).toLowerCase(Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** The magnitude without a sign octet. */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex());
    }

    @Override
    public int compareTo(SerialNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
