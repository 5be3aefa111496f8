package org.yinxin.bench.issuance;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.wiring.Databases;
import org.yinxin.authority.AuthorityCode;

/**
 * Certificates that were issued before, with all that is on record of them but the journal. They are as large as true ones and none: nobody
 * reads them here.
 */
final class Stock {

    private static final int BATCH = 50_000;
    private static final int REVOKED_EACH = 20;

    private final HikariDataSource authorityTables;
    private final HikariDataSource custodyTables;
    private final AuthorityCode authority;
    private final boolean pairs;

    Stock(Databases databases, AuthorityCode authority, boolean pairs) {
        this.authorityTables = databases.authority();
        this.custodyTables = databases.custody();
        this.authority = authority;
        this.pairs = pairs;
    }

    /** Adds so many certificates, one in twenty of them revoked; of pairs, half of them are for keys in custody. */
    void fill(int certificates) {
        for (int done = 0; done < certificates; done += BATCH) {
            int now = Math.min(BATCH, certificates - done);
            issued(pairs ? now / 2 : now);
            if (pairs) {
                escrowed(now / 2);
            }
        }
    }

    private void issued(int orders) {
        JdbcClient.create(authorityTables)
                .sql(
                        """
                        WITH ordered AS (
                            INSERT INTO pair_order (id, kind, authority, state, attempts, content, changed_at)
                            SELECT gen_random_uuid(), :kind, :authority, 'ISSUED', 1, sha256(i::text::bytea), now()
                            FROM generate_series(1, :orders) AS i RETURNING id),
                        intent AS (
                            INSERT INTO issuance_intent (id, order_id, attempt, profile, state, created_at, closed_at)
                            SELECT gen_random_uuid(), id, 1, 'bench', 'ISSUED', now(), now() FROM ordered
                            RETURNING id, order_id),
                        part AS (
                            INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3)
                            SELECT :authority, '\\x40'::bytea || substring(sha256((id || use)::bytea) FROM 1 FOR 15), id, use,
                                   (SELECT string_agg(sha512((id || use || part)::bytea), '') FROM generate_series(1, 9) AS part),
                                   sha256((use || id)::bytea)
                            FROM intent, unnest(:uses::text[]) AS use
                            RETURNING serial, intent, key_sm3, tbs),
                        stored AS (
                            INSERT INTO certificate (authority, serial, encoded, stored_at)
                            SELECT :authority, serial, tbs || sha512(tbs), now() FROM part),
                        key AS (
                            INSERT INTO certified_key (key_sm3, order_id)
                            SELECT key_sm3, order_id FROM part JOIN intent ON intent.id = part.intent)
                        INSERT INTO certificate_status (authority, serial, state, revoked_at, reason)
                        SELECT :authority, serial, CASE WHEN revoked THEN 'REVOKED' ELSE 'GOOD' END,
                               CASE WHEN revoked THEN now() END, CASE WHEN revoked THEN 4 END
                        FROM (SELECT serial, row_number() OVER () % :each = 0 AS revoked FROM part)
                        """)
                .param("kind", pairs ? "PAIR" : "SINGLE")
                .param("authority", authority.value())
                .param("orders", orders)
                .param(
                        "uses",
                        (pairs ? List.of("SIGNING", "ENCRYPTION") : List.of("DEVICE"))
                                .toArray(String[]::new))
                .param("each", REVOKED_EACH)
                .update();
    }

    private void escrowed(int keys) {
        JdbcClient.create(custodyTables)
                .sql(
                        """
                        INSERT INTO escrowed_key
                            (id, public_key, wrapped_private_key, wrapped_under, wrapped_with, made_at, released_to,
                             first_released_at)
                        SELECT id, sha512(id::text::bytea) || substring(sha256(id::text::bytea) FROM 1 FOR 27),
                               substring(sha512((id || 'private')::bytea) FROM 1 FOR 60), 'bench', 'AES-256-GCM', now(),
                               sha512((id || 'token')::bytea), now()
                        FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, :keys))
                        """)
                .param("keys", keys)
                .update();
    }
}
