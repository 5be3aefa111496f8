package org.yinxin.hall.token;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;

/**
 * The two keys of the hall that tokens pin: one signs grants, the other reads what tokens say to the hall. They are made at
 * the first need and lie sealed in the database, so that all nodes have the same; to lose them is to lose unlocking.
 */
@Repository
class UnlockKeys {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;
    private final SecureRandom random;

    UnlockKeys(JdbcClient jdbc, ColumnCipher cipher, SecureRandom random) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.random = random;
    }

    @Transactional
    public KeyPair signing() {
        return key("SIGNING");
    }

    @Transactional
    public KeyPair encryption() {
        return key("ENCRYPTION");
    }

    private KeyPair key(String use) {
        return find(use)
                .orElseGet(
                        () -> {
                            add(use);
                            return find(use).orElseThrow();
                        });
    }

    private Optional<KeyPair> find(String use) {
        return jdbc.sql("SELECT sealed FROM token_unlock_key WHERE use = :use")
                .param("use", use)
                .query((row, _) -> cipher.open(row.getBytes("sealed")))
                .optional()
                .map(number -> KeyPairs.sm2(new BigInteger(number, 16)));
    }

    /** Of two nodes at the same moment one makes it, and both read that one. */
    private void add(String use) {
        KeyPair made = KeyPairs.generate(KeyAlgorithm.SM2, random);
        String number = HexFormat.of().formatHex(PublicKeys.sm2PrivateNumber(made.getPrivate()));
        jdbc.sql(
                        """
                        INSERT INTO token_unlock_key (use, sealed) VALUES (:use, :sealed)
                        ON CONFLICT (use) DO NOTHING
                        """)
                .param("use", use)
                .param("sealed", cipher.seal(number))
                .update();
    }
}
