package org.yinxin.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says which keys are in escrow; opens none of them. */
public final class KeptKeys {

    private final JdbcClient jdbc;

    KeptKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are there. */
    public Map<EscrowId, KeptKey> find(Collection<EscrowId> ids) {
        Map<EscrowId, KeptKey> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT id, public_key, made_at, first_released_at FROM escrowed_key
                        WHERE id = ANY (:ids)
                        """)
                .param("ids", ids.stream().map(EscrowId::value).toArray(UUID[]::new))
                .query(KeptKeys::key)
                .list()
                .forEach(key -> found.put(key.id(), key));
        return found;
    }

    private static KeptKey key(ResultSet row, int number) throws SQLException {
        Timestamp released = row.getTimestamp("first_released_at");
        return new KeptKey(
                new EscrowId(row.getObject("id", UUID.class)),
                EscrowedKeys.publicKey(row, "public_key"),
                row.getTimestamp("made_at").toInstant(),
                released == null ? null : released.toInstant());
    }
}
