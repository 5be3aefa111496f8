package org.yinxin.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The table of requests that take two custodians. */
final class GuardedReleases {

    private static final String COLUMNS =
            """
            id, kind, escrow, recipient_key, recipient_certificate, reason, document_number, authority_name, \
            asked_by, asked_at, expires_at, approved_by, released_at\
            """;

    private final JdbcClient jdbc;

    GuardedReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(GuardedRelease asked) {
        SignedCertificate certificate = asked.recipientCertificate();
        JudicialOrder order = asked.ground() instanceof JudicialOrder judicial ? judicial : null;
        jdbc.sql(
                        """
                        INSERT INTO guarded_release
                            (id, kind, escrow, recipient_key, recipient_certificate, reason, document_number,
                             authority_name, asked_by, asked_at, expires_at)
                        VALUES (:id, :kind, :escrow, :recipient, :certificate, :reason, :number, :authority,
                                :by, :at, :expires)
                        """)
                .param("id", asked.id().value())
                .param("kind", GuardedAct.of(asked.ground()).name())
                .param("escrow", asked.escrow().value())
                .param("recipient", asked.recipient().getEncoded())
                .param("certificate", certificate == null ? null : certificate.encoded())
                .param(
                        "reason",
                        asked.ground() instanceof RecoveryReason(String text) ? text : null)
                .param("number", order == null ? null : order.documentNumber())
                .param("authority", order == null ? null : order.authorityName())
                .param("by", asked.askedBy().name())
                .param("at", Timestamp.from(asked.askedAt()))
                .param("expires", Timestamp.from(asked.expiresAt()))
                .update();
    }

    /** Those that can still be approved or used, oldest first. */
    List<GuardedRelease> open(GuardedAct act, Instant now) {
        return jdbc.sql(
                        """
                        SELECT %s FROM guarded_release
                        WHERE kind = :kind AND released_at IS NULL AND expires_at > :now
                        ORDER BY asked_at, id
                        """
                                .formatted(COLUMNS))
                .param("kind", act.name())
                .param("now", Timestamp.from(now))
                .query((row, _) -> request(row))
                .list();
    }

    Optional<GuardedRelease> find(GuardedAct act, GuardedReleaseId id) {
        return read(act, id, "");
    }

    Optional<GuardedRelease> findForUpdate(GuardedAct act, GuardedReleaseId id) {
        return read(act, id, " FOR UPDATE");
    }

    void approve(GuardedReleaseId id, Custodian by, Instant at) {
        jdbc.sql("UPDATE guarded_release SET approved_by = :by, approved_at = :at WHERE id = :id")
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    void markReleased(GuardedReleaseId id, Instant at) {
        jdbc.sql("UPDATE guarded_release SET released_at = :at WHERE id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    private Optional<GuardedRelease> read(GuardedAct act, GuardedReleaseId id, String lock) {
        return jdbc.sql(
                        "SELECT %s FROM guarded_release WHERE id = :id AND kind = :kind%s"
                                .formatted(COLUMNS, lock))
                .param("id", id.value())
                .param("kind", act.name())
                .query((row, _) -> request(row))
                .optional();
    }

    private static GuardedRelease request(ResultSet row) throws SQLException {
        return new GuardedRelease(
                new GuardedReleaseId(row.getObject("id", UUID.class)),
                ground(row),
                new EscrowId(row.getObject("escrow", UUID.class)),
                EscrowedKeys.publicKey(row, "recipient_key"),
                certificate(row.getBytes("recipient_certificate")),
                new Custodian(row.getString("asked_by")),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                custodian(row.getString("approved_by")),
                instant(row.getTimestamp("released_at")));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        return switch (GuardedAct.valueOf(row.getString("kind"))) {
            case RECOVERY -> new RecoveryReason(Objects.requireNonNull(row.getString("reason")));
            case JUDICIAL_EXPORT ->
                    new JudicialOrder(
                            Objects.requireNonNull(row.getString("authority_name")),
                            Objects.requireNonNull(row.getString("document_number")));
        };
    }

    private static @Nullable SignedCertificate certificate(byte @Nullable [] der) {
        try {
            return der == null ? null : SignedCertificate.parse(der);
        } catch (MalformedDerException e) {
            throw new IllegalStateException("the custody holds a broken certificate", e);
        }
    }

    private static @Nullable Custodian custodian(@Nullable String name) {
        return name == null ? null : new Custodian(name);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
