package org.yinxin.authority.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.RevocationReason;

/** The database itself refuses to rewrite what was intended, signed, published or revoked. */
class FinalRecordsTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;

    @BeforeAll
    static void issueAndRevoke() {
        bench = new AuthorityBench(folder);
        IssuedPair pair = bench.issue(bench.order());
        bench.authority().revoke(bench.code(), pair.signSerial(), RevocationReason.SUPERSEDED);
        assertThat(bench.publishCrl().current(bench.code())).isPresent();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE intended_certificate SET tbs = 'x'",
                "DELETE FROM intended_certificate",
                "UPDATE certificate SET encoded = 'x'",
                "DELETE FROM certificate",
                "UPDATE crl SET next_update = now()",
                "UPDATE crl_part SET octets = 'x'",
                "DELETE FROM crl_part",
                "DELETE FROM crl",
                "UPDATE certificate_status SET state = 'GOOD', revoked_at = NULL, reason = NULL",
                "UPDATE certificate_status SET reason = 1 WHERE state = 'REVOKED'",
                "UPDATE certificate_status SET shard = shard + 1",
                "DELETE FROM certificate_status",
                "UPDATE certification_authority SET crl_shards = -1",
                "UPDATE certification_authority SET last_crl_number = 0",
                "UPDATE certification_authority SET revocations = 0",
                "UPDATE certification_authority SET generation = 2, line = 'yinxin-demo-root' WHERE code = 'yinxin-demo'",
                "UPDATE certification_authority SET key_handle = 'x'",
                "UPDATE certification_authority SET retired_at = now()"
            })
    void are_not_changed(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> bench.jdbc.sql(statement).update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A certificate for a serial that was never recorded.
                """
                INSERT INTO certificate (authority, serial, encoded, stored_at)
                SELECT authority, '\\x4242', encoded, stored_at FROM certificate LIMIT 1
                """,
                // A serial that is spent already.
                """
                INSERT INTO intended_certificate (authority, serial, use, tbs, key_sm3)
                SELECT authority, serial, 'AUTHORITY', tbs, key_sm3 FROM intended_certificate LIMIT 1
                """,
                // A second certificate for one serial.
                """
                INSERT INTO certificate (authority, serial, encoded, stored_at)
                SELECT authority, serial, encoded, stored_at FROM certificate LIMIT 1
                """
            })
    void keep_to_their_order(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> bench.jdbc.sql(statement).update());
    }
}
