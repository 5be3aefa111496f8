package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import org.yinxin.authority.AuthorityBench;

/** What is never in the tables, not even for a moment. */
final class Invariants {

    private Invariants() {}

    /** What must hold of the whole database, whatever broke. */
    static void hold(AuthorityBench bench) {
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM certificate c LEFT JOIN intended_certificate n
                                    ON n.authority = c.authority AND n.serial = c.serial
                                WHERE n.serial IS NULL
                                """))
                .as("certificates without a record")
                .isZero();
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM (
                                    SELECT n.intent FROM certificate c JOIN intended_certificate n
                                        ON n.authority = c.authority AND n.serial = c.serial
                                    WHERE n.intent IS NOT NULL
                                    GROUP BY n.intent HAVING count(*) <> 2) halves
                                """))
                .as("half pairs")
                .isZero();
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM certificate c JOIN certificate_status s
                                    ON s.authority = c.authority AND s.serial = c.serial
                                JOIN intended_certificate n
                                    ON n.authority = c.authority AND n.serial = c.serial
                                JOIN issuance_intent i ON i.id = n.intent
                                WHERE i.state <> 'ISSUED'
                                """))
                .as("certificates of attempts that did not end well")
                .isZero();
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM pair_order o WHERE o.state = 'ISSUED' AND NOT EXISTS (
                                    SELECT 1 FROM journal j
                                    WHERE j.subject = 'pair-order:' || o.id
                                        AND j.action = 'pair.issued')
                                """))
                .as("pairs that are not in the journal")
                .isZero();
    }
}
