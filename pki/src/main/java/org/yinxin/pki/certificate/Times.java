package org.yinxin.pki.certificate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;

/**
 * Reads the times of certificates. Bouncy Castle does that by a {@link java.text.SimpleDateFormat} made each time, which was a
 * sixteenth of what it costs to issue a pair.
 */
final class Times {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssX").withZone(ZoneOffset.UTC);

    private Times() {}

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
