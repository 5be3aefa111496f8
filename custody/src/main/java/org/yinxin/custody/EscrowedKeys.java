package org.yinxin.custody;

import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/** The table of escrowed keys. */
final class EscrowedKeys {

    /**
     * Who may receive a key.
     *
     * @param recipient SM3 of the signing key
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Binding(EscrowId id, byte[] recipient) {}

    private static final String COLUMNS =
            "id, public_key, wrapped_private_key, wrapped_under, wrapped_with, released_to";

    private final JdbcClient jdbc;

    EscrowedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those whose id is new, and answers how many these were. */
    int add(List<EscrowedKey> keys, Instant madeAt) {
        // Always in the same order, so that two transactions cannot wait for each other.
        List<EscrowedKey> sorted =
                keys.stream().sorted(Comparator.comparing(key -> key.id().value())).toList();
        // Without a target: two that bind the same pooled key meet at its public key as well.
        return jdbc.sql(
                        """
                        INSERT INTO escrowed_key
                            (id, public_key, wrapped_private_key, wrapped_under, wrapped_with, made_at)
                        SELECT given.*, :made_at
                        FROM unnest(:ids::uuid[], :public_keys::bytea[], :wrapped::bytea[], :under::text[],
                                    :with::text[]) AS given
                        ON CONFLICT DO NOTHING
                        """)
                .param("ids", sorted.stream().map(key -> key.id().value()).toArray(UUID[]::new))
                .param(
                        "public_keys",
                        sorted.stream()
                                .map(key -> key.publicKey().getEncoded())
                                .toArray(byte[][]::new))
                .param(
                        "wrapped",
                        sorted.stream().map(key -> key.wrapped().octets()).toArray(byte[][]::new))
                .param(
                        "under",
                        sorted.stream().map(key -> key.wrapped().under()).toArray(String[]::new))
                .param(
                        "with",
                        sorted.stream()
                                .map(key -> key.wrapped().algorithm().label())
                                .toArray(String[]::new))
                .param("made_at", Timestamp.from(madeAt))
                .update();
    }

    Optional<EscrowedKey> find(EscrowId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Those that are there. */
    Map<EscrowId, EscrowedKey> find(List<EscrowId> ids) {
        Map<EscrowId, EscrowedKey> found = new HashMap<>();
        jdbc.sql("SELECT %s FROM escrowed_key WHERE id = ANY(:ids)".formatted(COLUMNS))
                .param("ids", ids.stream().map(EscrowId::value).toArray(UUID[]::new))
                .query(EscrowedKeys::key)
                .list()
                .forEach(key -> found.put(key.id(), key));
        return found;
    }

    Optional<EscrowedKey> findForUpdate(EscrowId id) {
        return jdbc.sql("SELECT %s FROM escrowed_key WHERE id = :id FOR UPDATE".formatted(COLUMNS))
                .param("id", id.value())
                .query(EscrowedKeys::key)
                .optional();
    }

    /** Binds keys to their recipients, and answers how many were not bound before. */
    int markReleased(List<Binding> bindings, Instant at) {
        List<Binding> sorted =
                bindings.stream()
                        .sorted(Comparator.comparing(binding -> binding.id().value()))
                        .toList();
        return jdbc.sql(
                        """
                        UPDATE escrowed_key AS key SET released_to = given.recipient, first_released_at = :at
                        FROM unnest(:ids::uuid[], :to::bytea[]) AS given (id, recipient)
                        WHERE key.id = given.id AND key.released_to IS NULL
                        """)
                .param("at", Timestamp.from(at))
                .param("ids", sorted.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .param("to", sorted.stream().map(Binding::recipient).toArray(byte[][]::new))
                .update();
    }

    private static EscrowedKey key(ResultSet row, int number) throws SQLException {
        return new EscrowedKey(
                new EscrowId(row.getObject("id", UUID.class)),
                publicKey(row, "public_key"),
                wrapped(row),
                row.getBytes("released_to"));
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
