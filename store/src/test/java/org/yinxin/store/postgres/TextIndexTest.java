package org.yinxin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextIndexTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private HikariDataSource rows;
    private JdbcClient jdbc;

    @BeforeAll
    void fill() {
        rows = Schemas.open(SharedServer.freshDatabase(), SharedServer.ONE);
        jdbc = JdbcClient.create(rows);
        jdbc.sql(
                        """
                        CREATE FUNCTION parts(whole text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
                            SELECT array_agg(DISTINCT substr(lower(whole), at, size))
                              FROM generate_series(1, length(whole)) AS at, generate_series(1, 3) AS size
                             WHERE at + size - 1 <= length(whole)
                        $$
                        """)
                .update();
        // Nobody but the test analyses it.
        jdbc.sql("CREATE TABLE firm (name text) WITH (autovacuum_enabled = off)").update();
        jdbc.sql(
                        """
                        INSERT INTO firm SELECT CASE WHEN at % 2 = 0 THEN '云岭' ELSE '星河' END || '第' || at || '号Test厂'
                          FROM generate_series(1, 2000) AS at
                        """)
                .update();
        jdbc.sql("CREATE INDEX firm_by_part ON firm USING gin (parts(name))").update();
    }

    @AfterAll
    void close() {
        rows.close();
    }

    @Test
    void takes_every_part_for_rare_until_the_table_was_analysed_and_looks_again_later() {
        now.set(Instant.parse("2026-11-21T00:00:00Z"));
        TextIndex index = new TextIndex(jdbc, "firm_by_part", clock);
        assertThat(index.parts("号test厂").rare()).isTrue();
        jdbc.sql("ANALYZE firm").update();
        assertThat(index.parts("号test厂").rare()).isTrue();
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(11)));
        assertThat(index.parts("号test厂").rare()).isFalse();
    }

    @Test
    void asks_for_what_tells_most() {
        jdbc.sql("ANALYZE firm").update();
        TextIndex index = new TextIndex(jdbc, "firm_by_part", clock);
        TextIndex.Parts whole = index.parts("云岭第1234号Test厂");
        assertThat(whole.rare()).isTrue();
        assertThat(whole.rarest())
                .hasSize(4)
                .contains("123", "234")
                .doesNotContain("tes", "est", "st厂", "云岭第");
        assertThat(index.parts("厂").rare()).isFalse();
        assertThat(index.parts("TEST").rare()).isFalse();
        assertThat(index.parts("龘")).isEqualTo(new TextIndex.Parts(List.of("龘"), true));
        assertThat(index.parts("厂云")).isEqualTo(new TextIndex.Parts(List.of("厂云"), true));
    }

    @Test
    void what_it_asks_for_is_in_every_row_that_has_the_text() {
        jdbc.sql("ANALYZE firm").update();
        TextIndex index = new TextIndex(jdbc, "firm_by_part", clock);
        for (String text : new String[] {"199", "第1999号", "99号Te", "199号test厂", "号test"}) {
            String[] parts = index.parts(text).asked();
            Long all = count("name ILIKE '%' || :text || '%'", text, parts);
            assertThat(all).as(text).isPositive();
            assertThat(
                            count(
                                    "parts(name) @> CAST(:parts AS text[]) AND name ILIKE '%' || :text || '%'",
                                    text, parts))
                    .as(text)
                    .isEqualTo(all);
        }
    }

    private Long count(String condition, String text, String[] parts) {
        return jdbc.sql("SELECT count(*) FROM firm WHERE " + condition)
                .param("text", text)
                .param("parts", parts)
                .query(Long.class)
                .single();
    }
}
