package org.yinxin.pki.certificate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/**
 * Reads and writes the times of certificates, in UTC and whole seconds. Bouncy Castle does that by a {@link
 * java.text.SimpleDateFormat} made each time, which was a tenth of what it costs to issue a pair.
 */
final class Times {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssX").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuMMddHHmmssX").withZone(ZoneOffset.UTC);
    private static final int FIRST_SHORT = 1950;
    private static final int FIRST_GENERALIZED = 2050;

    private Times() {}

    /** UTCTime where two digits say the year, and GeneralizedTime elsewhere (RFC 5280, 4.1.2.5). */
    static Time time(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year < FIRST_SHORT || year >= FIRST_GENERALIZED
                ? new Time(new DERGeneralizedTime(FORM.format(instant)))
                : new Time(new DERUTCTime(SHORT.format(instant)));
    }

    static Instant instant(Time time) {
        ASN1Primitive written = time.toASN1Primitive();
        // Both are told with four digits of the year; RFC 5280 4.1.2.5 has whole seconds in UTC.
        String text =
                switch (written) {
                    case ASN1UTCTime utc -> utc.getAdjustedTime().replace("GMT+00:00", "Z");
                    case ASN1GeneralizedTime general -> general.getTimeString();
                    default -> "";
                };
        try {
            return OffsetDateTime.parse(text, FORM).toInstant();
        } catch (DateTimeParseException e) {
            return time.getDate().toInstant();
        }
    }
}
