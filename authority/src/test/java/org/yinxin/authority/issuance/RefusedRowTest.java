package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.PairOrder;

/** The database refuses a row; whoever ordered gets no pair then, and a whole one later. */
class RefusedRowTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    /**
     * Refuses a row.
     *
     * @param row the first or the second that is written into the table for a pair
     */
    @ParameterizedTest
    @CsvSource({
        "pair_order, 1",
        "certified_key, 1",
        "certified_key, 2",
        "issuance_intent, 1",
        "intended_certificate, 1",
        "intended_certificate, 2",
        "certificate, 1",
        "certificate, 2",
        "certificate_status, 1",
        "certificate_status, 2",
        "journal, 1"
    })
    void leaves_nothing_by_halves_and_an_order_that_can_be_issued(String table, int row) {
        PairOrder order = bench.order();
        refuse(table, row);
        try {
            assertThatThrownBy(() -> bench.cycle().issuePair().issue(order))
                    .hasStackTraceContaining("there is no room for this row");
        } finally {
            run("DROP TRIGGER refusing ON " + table);
            run("DROP FUNCTION refuse()");
            run("DROP SEQUENCE refusing_rows");
        }
        Invariants.hold(bench);
        bench.clock.move(Duration.ofMinutes(2));
        bench.cycle().sweepIntents().sweep();
        assertThat(bench.cycle().issuePair().issue(order)).isInstanceOf(Issued.class);
        Invariants.hold(bench);
    }

    private static void refuse(String table, int row) {
        run("CREATE SEQUENCE refusing_rows");
        run(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('refusing_rows') = %d THEN
                        RAISE EXCEPTION 'there is no room for this row';
                    END IF;
                    RETURN NEW;
                END $$
                """
                        .formatted(row));
        run(
                "CREATE TRIGGER refusing BEFORE INSERT ON "
                        + table
                        + " FOR EACH ROW EXECUTE FUNCTION refuse()");
    }

    private static void run(String statement) {
        bench.jdbc.sql(statement).update();
    }
}
