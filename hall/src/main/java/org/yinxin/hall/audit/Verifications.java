package org.yinxin.hall.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.store.journal.ChainState;
import org.yinxin.store.journal.JournalHead;

/** The results of walks over the chains, and the heads that were seen. */
@Repository
class Verifications {

    private final JdbcClient jdbc;

    Verifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String journal, Instant at, String by, ChainState state) {
        var insert =
                jdbc.sql(
                                """
                                INSERT INTO audit_verification
                                    (journal, at, by_whom, position, link, unsealed, fault, broken_id)
                                VALUES (:journal, :at, :by, :position, :link, :unsealed, :fault, :broken)
                                """)
                        .param("journal", journal)
                        .param("at", Timestamp.from(at))
                        .param("by", by);
        switch (state) {
            case ChainState.Intact(JournalHead head, long unsealed) ->
                    insert.param("position", head.position())
                            .param("link", head.link())
                            .param("unsealed", unsealed)
                            .param("fault", null)
                            .param("broken", null)
                            .update();
            case ChainState.Broken(long position, long id, ChainState.Fault fault) ->
                    insert.param("position", position)
                            .param("link", null)
                            .param("unsealed", 0)
                            .param("fault", fault.name())
                            .param("broken", id)
                            .update();
        }
    }

    /** The end of the chain as the last intact walk saw it. */
    Optional<JournalHead> keptHead(String journal) {
        return jdbc.sql(
                        """
                        SELECT position, link FROM audit_verification
                        WHERE journal = :journal AND fault IS NULL AND position > 0 ORDER BY id DESC LIMIT 1
                        """)
                .param("journal", journal)
                .query(
                        (row, number) ->
                                new JournalHead(row.getLong("position"), row.getString("link")))
                .optional();
    }

    Optional<Verification> last(String journal) {
        return jdbc.sql(
                        """
                        SELECT journal, at, by_whom, position, unsealed, fault FROM audit_verification
                        WHERE journal = :journal ORDER BY id DESC LIMIT 1
                        """)
                .param("journal", journal)
                .query(
                        (row, number) ->
                                new Verification(
                                        row.getString("journal"),
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("by_whom"),
                                        row.getLong("position"),
                                        row.getLong("unsealed"),
                                        row.getString("fault")))
                .optional();
    }
}
