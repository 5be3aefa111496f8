package org.yinxin.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of key pairs made ahead. */
final class KeyPool {

    // Any constant will do, as long as all nodes use the same.
    private static final long FILLING_LOCK = 0x70_6f_6f_6cL;

    private static final String COLUMNS =
            "id, public_key, wrapped_private_key, wrapped_under, wrapped_with";

    private final JdbcClient jdbc;

    KeyPool(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one fill the pool at a time, until the caller's transaction ends. */
    void lockForFilling() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)::text")
                .param("lock", FILLING_LOCK)
                .query(String.class)
                .single();
    }

    /** How many keys nobody has taken, counted up to a bound. */
    int free(int atMost) {
        return jdbc.sql(
                        """
                        SELECT count(*)
                        FROM (SELECT 1 FROM pooled_key WHERE taken_for IS NULL LIMIT :most) AS free
                        """)
                .param("most", atMost)
                .query(Integer.class)
                .single();
    }

    void add(PooledKey key, Instant madeAt) {
        jdbc.sql(
                        """
                        INSERT INTO pooled_key
                            (id, public_key, wrapped_private_key, wrapped_under, wrapped_with, made_at)
                        VALUES (:id, :public_key, :wrapped, :under, :with, :made_at)
                        """)
                .param("id", key.id())
                .param("public_key", key.publicKey().getEncoded())
                .param("wrapped", key.wrapped().octets())
                .param("under", key.wrapped().under())
                .param("with", key.wrapped().algorithm().label())
                .param("made_at", Timestamp.from(madeAt))
                .update();
    }

    /**
     * Takes the oldest key for an id, in one statement that commits by itself and waits for nobody; or answers the one that was
     * taken for this id before, by an attempt that died or is still under way. Empty when there is none.
     */
    Optional<PooledKey> take(EscrowId escrow) {
        try {
            Optional<PooledKey> taken =
                    jdbc.sql(
                                    """
                                    UPDATE pooled_key SET taken_for = :escrow
                                    WHERE id = (SELECT id FROM pooled_key WHERE taken_for IS NULL
                                                ORDER BY made_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                                    RETURNING \
                                    """
                                            + COLUMNS)
                            .param("escrow", escrow.value())
                            .query((row, _) -> key(row))
                            .optional();
            return taken.isPresent() ? taken : takenFor(escrow);
        } catch (DuplicateKeyException e) {
            return takenFor(escrow);
        }
    }

    private Optional<PooledKey> takenFor(EscrowId escrow) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM pooled_key WHERE taken_for = :escrow")
                .param("escrow", escrow.value())
                .query((row, _) -> key(row))
                .optional();
    }

    /** Removes a key that is in escrow now. */
    void remove(UUID id) {
        jdbc.sql("DELETE FROM pooled_key WHERE id = :id").param("id", id).update();
    }

    /** Puts a key back that was taken for an id which has another key already; nobody has seen it. */
    void putBack(UUID id, EscrowId takenFor) {
        jdbc.sql("UPDATE pooled_key SET taken_for = NULL WHERE id = :id AND taken_for = :escrow")
                .param("id", id)
                .param("escrow", takenFor.value())
                .update();
    }

    private static PooledKey key(ResultSet row) throws SQLException {
        return new PooledKey(
                row.getObject("id", UUID.class),
                EscrowedKeys.publicKey(row, "public_key"),
                EscrowedKeys.wrapped(row));
    }
}
