package org.yinxin.authority.outside;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.register.KeyDigest;

/** The tables of attempts and of the keys that orders have taken. Call them with the order's row locked. */
final class OutsideAttempts {

    private final JdbcClient jdbc;

    OutsideAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(PairOrderId order, int attempt, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outside_attempt (order_id, attempt, state, opened_at)
                        VALUES (:order, :attempt, 'OPEN', :now)
                        """)
                .param("order", order.value())
                .param("attempt", attempt)
                .param("now", Times.of(now))
                .update();
    }

    /**
     * Closes it.
     *
     * @param state ISSUED, REFUSED or CUT_OFF
     */
    void close(PairOrderId order, int attempt, String state, String because, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE outside_attempt SET state = :state, closed_at = :now, because = :because
                                WHERE order_id = :order AND attempt = :attempt AND state = 'OPEN'
                                """)
                        .param("order", order.value())
                        .param("attempt", attempt)
                        .param("state", state)
                        .param("because", because)
                        .param("now", Times.of(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "the attempt " + attempt + " of " + order + " is closed");
        }
    }

    Instant openedAt(PairOrderId order, int attempt) {
        return jdbc.sql(
                        """
                        SELECT opened_at FROM outside_attempt WHERE order_id = :order AND attempt = :attempt
                        """)
                .param("order", order.value())
                .param("attempt", attempt)
                .query((row, _) -> Times.of(row, "opened_at"))
                .single();
    }

    /**
     * Takes both keys for the order; false when one belongs to another order, be it one of our own authorities. What a
     * refused or doubtful attempt has taken stays the order's.
     */
    boolean take(AdmittedPair order) {
        List<byte[]> digests =
                Stream.of(order.signingKey(), order.encryptionKey())
                        .map(OutsideAttempts::digest)
                        .sorted(Arrays::compare)
                        .toList();
        jdbc.sql(
                        """
                        INSERT INTO outside_key (key_sm3, order_id)
                        SELECT key, :order FROM unnest(:keys::bytea[]) WITH ORDINALITY AS asked (key, place)
                        ORDER BY place
                        ON CONFLICT (key_sm3) DO NOTHING
                        """)
                .param("keys", digests.toArray(byte[][]::new))
                .param("order", order.id().value())
                .update();
        return !jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM outside_key WHERE key_sm3 = ANY (:keys) AND order_id <> :order)
                            OR EXISTS (SELECT 1 FROM certified_key WHERE key_sm3 = ANY (:keys))
                        """)
                .param("keys", digests.toArray(byte[][]::new))
                .param("order", order.id().value())
                .query(Boolean.class)
                .single();
    }

    private static byte[] digest(PublicKey key) {
        return KeyDigest.of(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }
}
