package org.yinxin.authority.issuance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.register.KeyDigest;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;

/** The tables of intents and of the certificates that they intend. Call them with the order's row locked. */
final class Intents {

    /** A serial that an intent has spent. */
    record Spent(AuthorityCode authority, SerialNumber serial) {}

    private final JdbcClient jdbc;

    Intents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes an intent down.
     *
     * @param shards how many revocation lists of shards there are to be from now on
     */
    void insert(Intent intent, int shards, Instant now) {
        if (shards > 0) {
            keepShards(intent.order().authority().code(), shards);
        }
        List<Map.Entry<CertificateUse, TbsCertificate>> parts =
                List.copyOf(intent.intended().parts().entrySet());
        jdbc.sql(
                        """
                        WITH intent AS (
                            INSERT INTO issuance_intent (id, order_id, attempt, profile, state, created_at)
                            VALUES (:id, :order, :attempt, :profile, 'INTENDED', :now) RETURNING id)
                        INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3, shard)
                        SELECT :authority, part.serial, intent.id, part.use, part.tbs, part.key, :shard
                        FROM intent,
                             unnest(:serials::bytea[], :uses::text[], :tbs::bytea[], :keys::bytea[])
                                 AS part (serial, use, tbs, key)
                        """)
                .param("id", intent.id().value())
                .param("order", intent.order().id().value())
                .param("attempt", intent.attempt())
                .param("profile", intent.intended().profile())
                .param("now", time(now))
                .param("authority", intent.order().authority().code().value())
                .param("shard", intent.shard())
                .param("serials", octets(parts, tbs -> tbs.serial().octets()))
                .param(
                        "uses",
                        parts.stream().map(part -> part.getKey().name()).toArray(String[]::new))
                .param("tbs", octets(parts, TbsCertificate::encoded))
                .param("keys", octets(parts, tbs -> KeyDigest.of(tbs.publicKey())))
                .update();
    }

    private static byte[][] octets(
            List<Map.Entry<CertificateUse, TbsCertificate>> parts,
            Function<TbsCertificate, byte[]> column) {
        return parts.stream().map(part -> column.apply(part.getValue())).toArray(byte[][]::new);
    }

    // Matches nothing but the first time, and locks nothing then.
    private void keepShards(AuthorityCode authority, int shards) {
        jdbc.sql(
                        """
                        UPDATE certification_authority SET crl_shards = :shards
                        WHERE code = :authority AND crl_shards < :shards
                        """)
                .param("authority", authority.value())
                .param("shards", shards)
                .update();
    }

    /** The open attempt of an order. */
    Optional<IntentId> open(OrderId order) {
        return jdbc.sql(
                        """
                        SELECT id FROM issuance_intent
                        WHERE order_id = :order AND state = 'INTENDED' FOR UPDATE
                        """)
                .param("order", order.value())
                .query((row, number) -> new IntentId(row.getObject("id", UUID.class)))
                .optional();
    }

    /**
     * Locks an order and its attempt.
     *
     * @return the bytes that are to be signed, as they were stored, by use; empty when the attempt is not open any more
     */
    Map<CertificateUse, byte[]> lockOpen(OrderId order, IntentId intent) {
        Map<CertificateUse, byte[]> parts = new EnumMap<>(CertificateUse.class);
        jdbc.sql(
                        """
                        SELECT c.use, c.tbs
                        FROM pair_order o
                        JOIN issuance_intent i ON i.order_id = o.id
                        JOIN intended_certificate c ON c.intent = i.id
                        WHERE o.id = :order AND i.id = :intent AND i.state = 'INTENDED'
                        FOR UPDATE OF o, i
                        """)
                .param("order", order.value())
                .param("intent", intent.value())
                .query(
                        row -> {
                            parts.put(
                                    CertificateUse.valueOf(row.getString("use")),
                                    row.getBytes("tbs"));
                        });
        return parts;
    }

    List<Spent> spent(IntentId intent) {
        return jdbc.sql(
                        """
                        SELECT authority, serial FROM intended_certificate
                        WHERE intent = :intent ORDER BY serial
                        """)
                .param("intent", intent.value())
                .query(
                        (row, number) ->
                                new Spent(
                                        new AuthorityCode(row.getString("authority")),
                                        SerialNumber.ofOctets(row.getBytes("serial"))))
                .list();
    }

    /** Closes an attempt that has come to what was ordered, and its order. */
    void issued(IntentId intent, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                WITH closed AS (
                                    UPDATE issuance_intent SET state = 'ISSUED', closed_at = :now
                                    WHERE id = :id AND state = 'INTENDED' RETURNING order_id)
                                UPDATE pair_order SET state = 'ISSUED', changed_at = :now
                                FROM closed WHERE id = closed.order_id AND state = 'INTENDED'
                                """)
                        .param("id", intent.value())
                        .param("now", time(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("the intent " + intent.value() + " is closed");
        }
    }

    void close(IntentId intent, String state, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE issuance_intent SET state = :state, closed_at = :now
                                WHERE id = :id AND state = 'INTENDED'
                                """)
                        .param("id", intent.value())
                        .param("state", state)
                        .param("now", time(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("the intent " + intent.value() + " is closed");
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
