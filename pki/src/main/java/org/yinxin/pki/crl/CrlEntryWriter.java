package org.yinxin.pki.crl;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes entries of a CRL, one after the other (RFC 5280, 5.1.2.6). It encodes by hand, into one small buffer: a list
 * may have millions of entries, and none of them becomes an object.
 */
public final class CrlEntryWriter {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;

    /** RFC 5280, 5.1.2.4: from 2050 on, years have four digits. */
    private static final int FOUR_DIGITS_FROM = 2050;

    private static final int LONGEST_SERIAL = 20;
    private static final int LONGEST_ENTRY = 64;

    /** Extensions with the one extension reasonCode (2.5.29.21), up to the reason itself. */
    private static final byte[] REASON = {
        0x30, 0x0c, 0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01
    };

    private final OutputStream out;
    private final byte[] buffer = new byte[LONGEST_ENTRY];
    private int end;
    private long entries;
    private long octets;

    public CrlEntryWriter(OutputStream out) {
        this.out = out;
    }

    public void write(CrlEntry entry) throws IOException {
        write(entry.serial().octets(), entry.revokedAt().getEpochSecond(), entry.reason());
    }

    /**
     * Writes one entry.
     *
     * @param serial the magnitude, without a sign octet
     * @param revokedAt in seconds since 1970
     * @param reason the number of the CRLReason; 0, unspecified, is written by leaving it out
     */
    public void write(byte[] serial, long revokedAt, int reason) throws IOException {
        if (serial.length == 0 || serial.length > LONGEST_SERIAL) {
            throw new IllegalArgumentException("a serial number has 1 to 20 octets");
        }
        CrlEntry.requireReason(reason);
        // The length of the whole is one octet, as it is below 128; it is set at the end.
        end = 2;
        integer(serial);
        time(LocalDateTime.ofEpochSecond(revokedAt, 0, ZoneOffset.UTC));
        if (reason != 0) {
            System.arraycopy(REASON, 0, buffer, end, REASON.length);
            end += REASON.length;
            put(reason);
        }
        buffer[0] = SEQUENCE;
        buffer[1] = (byte) (end - 2);
        out.write(buffer, 0, end);
        entries++;
        octets += end;
    }

    /** How many were written. */
    public long entries() {
        return entries;
    }

    /** How many octets all of them took. */
    public long octets() {
        return octets;
    }

    private void integer(byte[] magnitude) {
        boolean sign = magnitude[0] < 0;
        put(INTEGER);
        put(magnitude.length + (sign ? 1 : 0));
        if (sign) {
            put(0);
        }
        System.arraycopy(magnitude, 0, buffer, end, magnitude.length);
        end += magnitude.length;
    }

    private void time(LocalDateTime at) {
        boolean four = at.getYear() >= FOUR_DIGITS_FROM;
        put(four ? GENERALIZED_TIME : UTC_TIME);
        put(four ? 15 : 13);
        if (four) {
            twoDigits(at.getYear() / 100);
        }
        twoDigits(at.getYear() % 100);
        twoDigits(at.getMonthValue());
        twoDigits(at.getDayOfMonth());
        twoDigits(at.getHour());
        twoDigits(at.getMinute());
        twoDigits(at.getSecond());
        put('Z');
    }

    private void twoDigits(int number) {
        put('0' + number / 10);
        put('0' + number % 10);
    }

    private void put(int octet) {
        buffer[end++] = (byte) octet;
    }
}
