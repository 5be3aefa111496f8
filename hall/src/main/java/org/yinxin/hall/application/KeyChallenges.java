package org.yinxin.hall.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The challenges to keys, one for each gate. The signature scheme needs the text itself to verify and not its digest, so
 * the text is not kept at all: it is derived from a seed with the hall's own key, and whoever reads the table cannot tell
 * it.
 */
@Repository
class KeyChallenges {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    KeyChallenges(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** What is to be signed; it says what for, so that the signature is good for nothing else. */
    byte[] text(CaseNumber number, GateCode gate, UUID seed) {
        String nonce = HexFormat.of().formatHex(cipher.blindIndex("key-challenge:" + seed));
        return ("Yinxin proof of a key " + number + " " + gate + "\n" + nonce)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Puts a fresh one in the place of the one before. */
    void put(CaseNumber number, GateCode gate, UUID seed, Instant expiresAt) {
        jdbc.sql(
                        """
                        INSERT INTO application_key_challenge (number, gate, seed, expires_at)
                        VALUES (:number, :gate, :seed, :expires)
                        ON CONFLICT (number, gate) DO UPDATE
                           SET seed = excluded.seed, expires_at = excluded.expires_at, used_at = NULL
                        """)
                .param("number", number.text())
                .param("gate", gate.text())
                .param("seed", seed)
                .param("expires", GateColumns.utc(expiresAt))
                .update();
    }

    /** The newest one of a gate; the case is locked by the caller. */
    Optional<KeyChallenge> find(CaseNumber number, GateCode gate) {
        return jdbc.sql(
                        """
                        SELECT seed, expires_at, used_at FROM application_key_challenge
                         WHERE number = :number AND gate = :gate
                        """)
                .param("number", number.text())
                .param("gate", gate.text())
                .query(
                        (row, _) ->
                                new KeyChallenge(
                                        row.getObject("seed", UUID.class),
                                        GateColumns.instant(row, "expires_at"),
                                        row.getObject("used_at") == null
                                                ? null
                                                : GateColumns.instant(row, "used_at")))
                .optional();
    }

    void use(CaseNumber number, GateCode gate, Instant at) {
        jdbc.sql(
                        """
                        UPDATE application_key_challenge SET used_at = :at
                         WHERE number = :number AND gate = :gate
                        """)
                .param("at", GateColumns.utc(at))
                .param("number", number.text())
                .param("gate", gate.text())
                .update();
    }
}
