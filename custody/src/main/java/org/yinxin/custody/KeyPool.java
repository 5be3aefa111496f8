package org.yinxin.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of key pairs made ahead. */
final class KeyPool {

    // Any constant will do, as long as all nodes use the same.
    private static final long FILLING_LOCK = 0x70_6f_6f_6cL;

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

    void add(List<PooledKey> keys, Instant madeAt) {
        jdbc.sql(
                        """
                        INSERT INTO pooled_key
                            (id, public_key, wrapped_private_key, wrapped_under, wrapped_with, made_at)
                        SELECT given.*, :made_at
                        FROM unnest(:ids::uuid[], :public_keys::bytea[], :wrapped::bytea[], :under::text[],
                                    :with::text[]) AS given
                        """)
                .param("ids", keys.stream().map(PooledKey::id).toArray(UUID[]::new))
                .param(
                        "public_keys",
                        keys.stream()
                                .map(key -> key.publicKey().getEncoded())
                                .toArray(byte[][]::new))
                .param(
                        "wrapped",
                        keys.stream().map(key -> key.wrapped().octets()).toArray(byte[][]::new))
                .param(
                        "under",
                        keys.stream().map(key -> key.wrapped().under()).toArray(String[]::new))
                .param(
                        "with",
                        keys.stream()
                                .map(key -> key.wrapped().algorithm().label())
                                .toArray(String[]::new))
                .param("made_at", Timestamp.from(madeAt))
                .update();
    }

    /**
     * Takes the oldest keys for ids, in one statement that commits by itself and waits for nobody. Leaves out ids that have a key in escrow
     * or one that was taken for them before, and as many as there are too few keys.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another takes one for the same id at the same moment
     */
    Map<EscrowId, PooledKey> take(List<EscrowId> escrows) {
        Map<EscrowId, PooledKey> taken = new HashMap<>();
        jdbc.sql(
                        """
                        WITH asked AS (
                            SELECT escrow, row_number() OVER () AS place FROM unnest(:escrows::uuid[]) AS escrow
                            WHERE NOT EXISTS (SELECT 1 FROM escrowed_key WHERE id = escrow)
                              AND NOT EXISTS (SELECT 1 FROM pooled_key WHERE taken_for = escrow)),
                        free AS (
                            SELECT id, row_number() OVER () AS place
                            FROM (SELECT id FROM pooled_key WHERE taken_for IS NULL
                                  ORDER BY made_at, id LIMIT (SELECT count(*) FROM asked)
                                  FOR UPDATE SKIP LOCKED) AS oldest)
                        UPDATE pooled_key SET taken_for = asked.escrow FROM asked JOIN free USING (place)
                        WHERE pooled_key.id = free.id
                        RETURNING taken_for, pooled_key.id, public_key, wrapped_private_key, wrapped_under,
                                  wrapped_with
                        """)
                .param("escrows", escrows.stream().map(EscrowId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            taken.put(
                                    new EscrowId(row.getObject("taken_for", UUID.class)), key(row));
                        });
        return taken;
    }

    /** The key that was taken for an id before, by an attempt that died or is still under way. */
    Optional<PooledKey> takenFor(EscrowId escrow) {
        return jdbc.sql(
                        """
                        SELECT id, public_key, wrapped_private_key, wrapped_under, wrapped_with
                        FROM pooled_key WHERE taken_for = :escrow
                        """)
                .param("escrow", escrow.value())
                .query((row, _) -> key(row))
                .optional();
    }

    /** Removes keys that are in escrow now. */
    void remove(List<PooledKey> keys) {
        jdbc.sql("DELETE FROM pooled_key WHERE id = ANY(:ids)")
                .param("ids", keys.stream().map(PooledKey::id).toArray(UUID[]::new))
                .update();
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
