package org.yinxin.pki.ocsp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;

/**
 * A successful answer before it is signed (RFC 6960, 4.2).
 *
 * @param thisUpdate when the statuses were looked up; also the time of producing
 * @param nextUpdate until when they may be relied on
 * @param nonce the question's nonce, or null
 */
public record OcspAnswer(
        List<Single> singles, Instant thisUpdate, Instant nextUpdate, @Nullable Nonce nonce) {

    private static final int GENERALIZED_TIME = 0x18;
    private static final int NEXT_UPDATE = 0xa0;
    private static final int EXTENSIONS = 0xa1;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The answer about one certificate. */
    public record Single(CertificateId certificate, AnsweredStatus status) {}

    public OcspAnswer {
        singles = List.copyOf(singles);
    }

    /**
     * ResponseData in DER: what is signed.
     *
     * @param responderId the choice by which the responder is named, in DER
     */
    byte[] toBeSigned(byte[] responderId) {
        byte[] produced = time(thisUpdate);
        byte[] next = Der.tagged(NEXT_UPDATE, time(nextUpdate));
        byte[][] responses = new byte[singles.size()][];
        for (int i = 0; i < responses.length; i++) {
            Single single = singles.get(i);
            responses[i] =
                    Der.sequence(
                            single.certificate().encoded(),
                            single.status().encoded(),
                            produced,
                            next);
        }
        byte[] extensions =
                nonce == null
                        ? new byte[0]
                        : Der.tagged(EXTENSIONS, Der.encode(nonce.toExtensions()));
        return Der.sequence(responderId, produced, Der.sequence(responses), extensions);
    }

    private static byte[] time(Instant instant) {
        return Der.tagged(
                GENERALIZED_TIME, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }
}
