package org.yinxin.custody;

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
        return jdbc.sql(
                                """
                                INSERT INTO escrowed_key (id, public_key, wrapped_private_key, wrapped_under, made_at)
                                VALUES (:id, :public_key, :wrapped, :under, :made_at)
                                ON CONFLICT (id) DO NOTHING
                                """)
                        .param("id", key.id().value())
                        .param("public_key", key.publicKey().getEncoded())
                        .param("wrapped", key.wrappedPrivateKey())
                        .param("under", key.wrappedUnder())
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

    void markReleased(EscrowId id, byte[] releasedTo, Instant at) {
        jdbc.sql(
                        """
                        UPDATE escrowed_key SET released_to = :to, first_released_at = :at
                        WHERE id = :id AND released_to IS NULL
                        """)
                .param("to", releasedTo)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    private Optional<EscrowedKey> read(EscrowId id, String lock) {
        return jdbc.sql(
                        """
                        SELECT id, public_key, wrapped_private_key, wrapped_under, released_to
                        FROM escrowed_key WHERE id = :id\
                        """
                                + lock)
                .param("id", id.value())
                .query((row, _) -> key(row))
                .optional();
    }

    private static EscrowedKey key(ResultSet row) throws SQLException {
        try {
            return new EscrowedKey(
                    new EscrowId(row.getObject("id", UUID.class)),
                    PublicKeys.decode(row.getBytes("public_key")),
                    row.getBytes("wrapped_private_key"),
                    row.getString("wrapped_under"),
                    row.getBytes("released_to"));
        } catch (MalformedKeyException e) {
            throw new IllegalStateException("the escrow holds a broken public key", e);
        }
    }
}
