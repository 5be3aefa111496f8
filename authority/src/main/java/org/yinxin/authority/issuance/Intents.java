package org.yinxin.authority.issuance;

import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** A certificate that is to be written down, and what it belongs to. */
    private record Part(Intent intent, CertificateUse use, TbsCertificate tbs) {}

    /** Writes intents down. */
    void insert(List<Intent> intents, Instant now) {
        List<Part> parts = intents.stream().flatMap(Intents::parts).toList();
        jdbc.sql(
                        """
                        WITH intent AS (
                            INSERT INTO issuance_intent (id, order_id, attempt, profile, state, created_at)
                            SELECT given.id, given.order_id, given.attempt, given.profile, 'INTENDED', :now
                            FROM unnest(:ids::uuid[], :orders::uuid[], :attempts::integer[], :profiles::text[])
                                 AS given (id, order_id, attempt, profile))
                        INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3, shard)
                        SELECT part.authority, part.serial, part.intent, part.use, part.tbs, part.key, part.shard
                        FROM unnest(:authorities::text[], :serials::bytea[], :intents::uuid[], :uses::text[],
                                    :tbs::bytea[], :keys::bytea[], :shards::integer[])
                             AS part (authority, serial, intent, use, tbs, key, shard)
                        """)
                .param("now", time(now))
                .param("ids", column(intents, UUID.class, intent -> intent.id().value()))
                .param("orders", column(intents, UUID.class, intent -> intent.order().id().value()))
                .param("attempts", column(intents, Integer.class, Intent::attempt))
                .param(
                        "profiles",
                        column(intents, String.class, intent -> intent.intended().profile()))
                .param(
                        "authorities",
                        column(
                                parts,
                                String.class,
                                part -> part.intent().order().authority().code().value()))
                .param("serials", column(parts, byte[].class, part -> part.tbs().serial().octets()))
                .param("intents", column(parts, UUID.class, part -> part.intent().id().value()))
                .param("uses", column(parts, String.class, part -> part.use().name()))
                .param("tbs", column(parts, byte[].class, part -> part.tbs().encoded()))
                .param(
                        "keys",
                        column(parts, byte[].class, part -> KeyDigest.of(part.tbs().publicKey())))
                .param("shards", column(parts, Integer.class, part -> part.intent().shard()))
                .update();
    }

    private static Stream<Part> parts(Intent intent) {
        return intent.intended().parts().entrySet().stream()
                .map(part -> new Part(intent, part.getKey(), part.getValue()));
    }

    private static <R, C> C[] column(List<R> rows, Class<C> type, Function<R, C> value) {
        @SuppressWarnings("unchecked")
        C[] column = (C[]) Array.newInstance(type, rows.size());
        return rows.stream().map(value).toList().toArray(column);
    }

    /**
     * Notes how many revocation lists of shards an authority has from now on; 0 changes nothing.
     */
    void keepShards(AuthorityCode authority, int shards) {
        if (shards > 0) {
            raiseShards(authority, shards);
        }
    }

    // Matches nothing but the first time, and locks nothing then.
    private void raiseShards(AuthorityCode authority, int shards) {
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

    /**
     * Closes attempts that have come to what was ordered, and their orders. An attempt that is not open any more is left out, and the
     * caller's transaction must then not be committed: its order may be another attempt's by now.
     *
     * @return the bytes that were to be signed, as they were stored, by attempt and use
     */
    Map<IntentId, Map<CertificateUse, byte[]>> issued(List<Intent> intents, Instant now) {
        Map<IntentId, Map<CertificateUse, byte[]>> closed = new HashMap<>();
        jdbc.sql(
                        """
                        WITH held AS (
                            UPDATE pair_order SET state = 'ISSUED', changed_at = :now
                            WHERE id = ANY(:orders) AND state = 'INTENDED' RETURNING id),
                        closed AS (
                            UPDATE issuance_intent AS intent SET state = 'ISSUED', closed_at = :now FROM held
                            WHERE intent.order_id = held.id AND intent.id = ANY(:ids) AND intent.state = 'INTENDED'
                            RETURNING intent.id)
                        SELECT c.intent, c.use, c.tbs FROM closed JOIN intended_certificate c ON c.intent = closed.id
                        """)
                .param("ids", column(intents, UUID.class, intent -> intent.id().value()))
                .param("orders", column(intents, UUID.class, intent -> intent.order().id().value()))
                .param("now", time(now))
                .query(
                        row -> {
                            closed.computeIfAbsent(
                                            new IntentId(row.getObject("intent", UUID.class)),
                                            _ -> new EnumMap<>(CertificateUse.class))
                                    .put(
                                            CertificateUse.valueOf(row.getString("use")),
                                            row.getBytes("tbs"));
                        });
        return closed;
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
