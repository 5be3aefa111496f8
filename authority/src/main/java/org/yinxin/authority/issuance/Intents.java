package org.yinxin.authority.issuance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        // Matches nothing but the first time, and locks nothing then.
        jdbc.sql(
                        """
                        UPDATE certification_authority SET crl_shards = :shards
                        WHERE code = :authority AND crl_shards < :shards
                        """)
                .param("authority", intent.order().authority().code().value())
                .param("shards", shards)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO issuance_intent (id, order_id, attempt, profile, state, created_at)
                        VALUES (:id, :order, :attempt, :profile, 'INTENDED', :now)
                        """)
                .param("id", intent.id().value())
                .param("order", intent.order().id().value())
                .param("attempt", intent.attempt())
                .param("profile", intent.intended().profile())
                .param("now", time(now))
                .update();
        intent.intended().parts().forEach((use, tbs) -> insert(intent, use, tbs));
    }

    private void insert(Intent intent, CertificateUse use, TbsCertificate tbs) {
        jdbc.sql(
                        """
                        INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3, shard)
                        VALUES (:authority, :serial, :intent, :use, :tbs, :key, :shard)
                        """)
                .param("authority", intent.order().authority().code().value())
                .param("serial", tbs.serial().octets())
                .param("intent", intent.id().value())
                .param("use", use.name())
                .param("tbs", tbs.encoded())
                .param("key", KeyDigest.of(tbs.publicKey()))
                .param("shard", intent.shard())
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

    /** The bytes that were to be signed, as they were stored. */
    byte[] tbs(IntentId intent, CertificateUse use) {
        return jdbc.sql(
                        """
                        SELECT tbs FROM intended_certificate
                        WHERE intent = :intent AND use = :use
                        """)
                .param("intent", intent.value())
                .param("use", use.name())
                .query((row, number) -> row.getBytes("tbs"))
                .single();
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
