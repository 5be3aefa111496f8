package org.yinxin.authority.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.request.KeyRequest;

/**
 * What a machine asks for.
 *
 * @param machine has proved who it is
 * @param renewal whether it says that it has a certificate already
 * @param confirmWithin how long it has to say that it took the certificate; null when it need not
 */
public record Enrolment(
        Machine machine,
        CertificateOrderId order,
        KeyRequest request,
        boolean renewal,
        @Nullable Duration confirmWithin) {

    /** The last moment to say so, of one that is asked for now; empty when it need not be said. */
    Optional<Instant> confirmUntil(Instant now) {
        return Optional.ofNullable(confirmWithin).map(now::plus);
    }

    /** The same for the same words of the same machine, so that asking again is answered with the same certificate. */
    public static CertificateOrderId order(MachineName machine, String asked, byte[] words) {
        byte[] digest =
                Sm3.digest(
                        (machine + " " + asked + " ").getBytes(StandardCharsets.US_ASCII), words);
        ByteBuffer numbers = ByteBuffer.wrap(digest);
        // A UUID of version 8, whose bits are one's own choice (RFC 9562, 5.8).
        long high = (numbers.getLong() & ~0xf000L) | 0x8000L;
        long low = (numbers.getLong() & ~(3L << 62)) | (2L << 62);
        return new CertificateOrderId(new UUID(high, low));
    }
}
