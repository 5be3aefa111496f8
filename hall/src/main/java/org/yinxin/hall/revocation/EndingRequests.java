package org.yinxin.hall.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.privacy.ColumnCipher;

/** The table of what officers ask for. */
@Repository
class EndingRequests {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    EndingRequests(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Whether it was added; not, when one about the pair waits. */
    boolean add(EndingRequest request) {
        return jdbc.sql(
                                """
                                INSERT INTO certificate_ending_request
                                    (id, pair, deed, reason, note, entered_by, entered_at, state)
                                VALUES (:id, :pair, :deed, :reason, :note, :by, :at, 'ENTERED')
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", request.id())
                        .param("pair", request.pair())
                        .param("deed", request.deed().name())
                        .param("reason", request.reason().name())
                        .param("note", cipher.seal(request.note()))
                        .param("by", request.enteredBy().value())
                        .param("at", request.enteredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<EndingRequest> open(UUID pair) {
        return find(pair, "");
    }

    /** The same, and nobody else decides it until the transaction ends. */
    Optional<EndingRequest> lock(UUID pair) {
        return find(pair, " FOR UPDATE");
    }

    private Optional<EndingRequest> find(UUID pair, String suffix) {
        return jdbc.sql(
                        """
                        SELECT id, pair, deed, reason, note, entered_by, entered_at
                          FROM certificate_ending_request WHERE pair = :pair AND state = 'ENTERED'
                        """
                                + suffix)
                .param("pair", pair)
                .query((row, _) -> read(row))
                .optional();
    }

    void decide(UUID id, boolean approved, OperatorId by, Instant at) {
        jdbc.sql(
                        """
                        UPDATE certificate_ending_request
                           SET state = :state, decided_by = :by, decided_at = :at
                         WHERE id = :id AND state = 'ENTERED'
                        """)
                .param("id", id)
                .param("state", approved ? "APPROVED" : "DECLINED")
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private EndingRequest read(ResultSet row) throws SQLException {
        return new EndingRequest(
                row.getObject("id", UUID.class),
                row.getObject("pair", UUID.class),
                Deed.valueOf(row.getString("deed")),
                RevocationReason.valueOf(row.getString("reason")),
                cipher.open(row.getBytes("note")),
                new OperatorId(row.getObject("entered_by", UUID.class)),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }
}
