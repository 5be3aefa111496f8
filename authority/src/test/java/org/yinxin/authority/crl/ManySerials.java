package org.yinxin.authority.crl;

import org.yinxin.authority.AuthorityBench;

/** A great many revoked serials, entered past everything but the tables. */
final class ManySerials {

    private ManySerials() {}

    /** Enters so many, revoked with reason 4, in one change. */
    static void revoke(AuthorityBench bench, int many) {
        bench.jdbc
                .sql(
                        """
                        WITH pair AS (
                            INSERT INTO pair_order (id, authority, state, content, changed_at)
                            VALUES (gen_random_uuid(), :authority, 'ISSUED', sha256(''), now()) RETURNING id),
                        intent AS (
                            INSERT INTO issuance_intent
                                (id, order_id, attempt, profile, state, created_at, closed_at)
                            SELECT gen_random_uuid(), pair.id, i, 'many', 'REFUSED', now(), now()
                            FROM pair, generate_series(1, :many) AS i RETURNING id),
                        certificate AS (
                            INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3)
                            SELECT :authority,
                                   '\\x40'::bytea || substring(sha256(id::text::bytea) FROM 1 FOR 15), id,
                                   'SIGNING', '\\x3000', sha256(id::text::bytea)
                            FROM intent RETURNING serial),
                        counted AS (
                            UPDATE certification_authority SET revocations = revocations + 1
                            WHERE code = :authority RETURNING revocations)
                        INSERT INTO certificate_status (authority, serial, state, revoked_at, reason, change)
                        SELECT :authority, serial, 'REVOKED', now(), 4, revocations FROM certificate, counted
                        """)
                .param("authority", bench.code().value())
                .param("many", many)
                .update();
    }
}
