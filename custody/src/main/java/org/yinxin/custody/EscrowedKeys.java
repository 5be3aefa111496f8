package org.yinxin.custody;

import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/** The table of escrowed keys. */
final class EscrowedKeys {

    private final JdbcClient jdbc;

    EscrowedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false when there is one of that id. */
    boolean add(EscrowedKey key, Instant madeAt) {
        // Without a target: two that bind the same pooled key meet at its public key as well.
        return jdbc.sql(
                                """
                                INSERT INTO escrowed_key
                                    (id, public_key, wrapped_private_key, wrapped_under, wrapped_with, made_at)
                                VALUES (:id, :public_key, :wrapped, :under, :with, :made_at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", key.id().value())
                        .param("public_key", key.publicKey().getEncoded())
                        .param("wrapped", key.wrapped().octets())
                        .param("under", key.wrapped().under())
                        .param("with", key.wrapped().algorithm().label())
                        .param("made_at", Timestamp.from(madeAt))
                        .update()
                == 1;
    }

    Optional<EscrowedKey> find(EscrowId id) {
        return read(id, "");
    }

    Optional<EscrowedKey> findForUpdate(EscrowId id) {
        return read(id, " FOR UPDATE");
    }

    /** Binds a key to its recipient; false when it was bound before, or is not there. */
    boolean markReleased(EscrowId id, byte[] releasedTo, Instant at) {
        return jdbc.sql(
                                """
                        UPDATE escrowed_key SET released_to = :to, first_released_at = :at
                        WHERE id = :id AND released_to IS NULL
                        """)
                        .param("to", releasedTo)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Optional<EscrowedKey> read(EscrowId id, String lock) {
        return jdbc.sql(
                        """
                        SELECT id, public_key, wrapped_private_key, wrapped_under, wrapped_with, released_to
                        FROM escrowed_key WHERE id = :id\
                        """
                                + lock)
                .param("id", id.value())
                .query(
                        (row, _) ->
                                new EscrowedKey(
                                        new EscrowId(row.getObject("id", UUID.class)),
                                        publicKey(row, "public_key"),
                                        wrapped(row),
                                        row.getBytes("released_to")))
                .optional();
    }

    static WrappedKey wrapped(ResultSet row) throws SQLException {
        return new WrappedKey(
                row.getBytes("wrapped_private_key"),
                WrappingAlgorithm.of(row.getString("wrapped_with")),
                row.getString("wrapped_under"));
    }

    static PublicKey publicKey(ResultSet row, String column) throws SQLException {
        try {
            return PublicKeys.decode(row.getBytes(column));
        } catch (MalformedKeyException e) {
            throw new IllegalStateException("the custody holds a broken public key", e);
        }
    }
}
