package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityBench;

/** Lists of the past: the database looks at its own clock before it lets any go. */
class ClearCrlsTest {

    private static final Duration KEPT = Duration.ofDays(10);

    @TempDir private Path folder;
    private AuthorityBench bench;
    private CrlSeries full;

    @BeforeEach
    void publish_three_lists_in_two_days() throws Exception {
        bench = new AuthorityBench(folder);
        full = new CrlSeries(bench.code(), 0, CrlSeries.Kind.FULL);
        bench.clock.move(Duration.ofDays(-30));
        republish();
        bench.clock.move(Duration.ofDays(1));
        republish();
        bench.clock.move(Duration.ofDays(1));
        republish();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void republish() {
        new RepublishCrls(
                        bench.authorities,
                        bench.publishCrl(WorkFiles.in(folder), bench.keys),
                        bench.jdbc,
                        bench.clock)
                .republish();
    }

    private int clear(@Nullable Duration kept) {
        return new ClearCrls(bench.jdbc, bench.transaction, bench.journal, kept, bench.clock)
                .clear();
    }

    private long lists() {
        return bench.count("SELECT count(*) FROM crl");
    }

    private long withOctets() {
        return bench.count("SELECT count(DISTINCT (authority, number)) FROM crl_part");
    }

    @Test
    void removes_the_octets_of_what_ended_long_ago_and_keeps_the_last_of_each_kind()
            throws Exception {
        long all = lists();
        assertThat(withOctets()).isEqualTo(all);
        assertThat(clear(KEPT)).isZero();

        bench.clock.move(Duration.ofDays(28));
        long cleared = clear(KEPT);

        assertThat(cleared).isPositive();
        assertThat(withOctets()).isEqualTo(all - cleared);
        assertThat(lists()).isEqualTo(all);
        // A full list and a delta of the root and of the authority; nothing has followed these.
        assertThat(withOctets()).isEqualTo(4);
        Crls crls = new Crls(bench.jdbc);
        PublishedCrl last = crls.latest(full).orElseThrow();
        try (InputStream octets = crls.reading(last)) {
            assertThat(octets.readAllBytes()).hasSize((int) last.length());
        }
        assertThat(bench.count("SELECT count(*) FROM journal WHERE action = 'crl.cleared'"))
                .isEqualTo(cleared);
        assertThat(clear(KEPT)).isZero();
    }

    @Test
    void keeps_what_has_not_been_out_of_date_for_long_enough_and_all_where_nothing_is_said() {
        bench.clock.move(Duration.ofDays(28));
        long all = withOctets();
        assertThat(clear(Duration.ofDays(40))).isZero();
        assertThat(clear(null)).isZero();
        assertThat(withOctets()).isEqualTo(all);
    }

    @Test
    void a_clock_that_runs_ahead_clears_nothing_that_still_stands() {
        bench.clock.move(Duration.ofDays(28));
        republish();
        bench.clock.move(Duration.ofHours(13));
        republish();
        long all = withOctets();
        bench.clock.move(Duration.ofDays(400));
        long cleared = clear(KEPT);
        // Those of 28 days ago, and not the ones that end tomorrow, though the clock says that they
        // ended last year.
        assertThat(withOctets()).isEqualTo(all - cleared);
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM crl c WHERE next_update > now() AND NOT EXISTS
                                (SELECT 1 FROM crl_part p WHERE p.authority = c.authority AND p.number = c.number)
                                """))
                .isZero();
    }

    @Test
    void the_database_gives_away_no_list_that_stands_or_is_the_last_and_changes_none() {
        long last = new Crls(bench.jdbc).latest(full).orElseThrow().number();
        assertThatThrownBy(
                        () ->
                                bench.jdbc
                                        .sql("DELETE FROM crl_part WHERE number = :number")
                                        .param("number", last)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("DELETE refused");
        assertThatThrownBy(() -> bench.jdbc.sql("UPDATE crl_part SET octets = octets").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("UPDATE refused");
        assertThatThrownBy(() -> bench.jdbc.sql("DELETE FROM crl").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("DELETE refused");
        bench.clock.move(Duration.ofDays(28));
        republish();
        assertThatThrownBy(
                        () ->
                                bench.jdbc
                                        .sql(
                                                """
                                                DELETE FROM crl_part WHERE number =
                                                (SELECT max(number) FROM crl WHERE base IS NULL)
                                                """)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("DELETE refused");
    }
}
