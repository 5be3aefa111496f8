package org.yinxin.app.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.subscriber.CertifiedPair;
import org.yinxin.authority.subscriber.CertifiedPair.Half;
import org.yinxin.pki.certificate.TbsCertificate;

/** Times, texts and certificates as the console shows them. */
final class InWords {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private InWords() {}

    static String time(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                at.atZone(CHINA).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS));
    }

    static String validity(TbsCertificate certificate) {
        return "%s to %s"
                .formatted(
                        LocalDate.ofInstant(certificate.notBefore(), CHINA),
                        LocalDate.ofInstant(certificate.notAfter(), CHINA));
    }

    /** A text that somebody else has written, without what a terminal obeys or what hides a part of it. */
    static String plain(String text) {
        return text.codePoints()
                .map(each -> isShown(each) ? each : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    static String subscriber(CertifiedPair pair) {
        return plain(pair.subscriber().name().toString());
    }

    /** Serial, authority, validity and status of one half of a pair. */
    static String certificate(CertifiedPair pair, Half half, Instant now) {
        TbsCertificate tbs = half.certificate().tbs();
        return "%s of %s  %s  %s"
                .formatted(tbs.serial(), pair.authority(), validity(tbs), status(half, now));
    }

    private static String status(Half half, Instant now) {
        return switch (half.status()) {
            case CertificateStatus.Good() ->
                    now.isAfter(half.certificate().tbs().notAfter()) ? "expired" : "good";
            case CertificateStatus.Revoked(Instant at, var reason) ->
                    "revoked %s (%s)"
                            .formatted(
                                    time(at),
                                    reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case CertificateStatus.Held(Instant since) -> "suspended " + time(since);
            case CertificateStatus.Unknown() -> "unknown";
        };
    }
}
