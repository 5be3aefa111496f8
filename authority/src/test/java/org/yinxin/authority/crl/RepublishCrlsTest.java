package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;

class RepublishCrlsTest {

    @TempDir private Path folder;
    private AuthorityBench bench;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private int republish(WorkFiles files) {
        return new RepublishCrls(
                        bench.authorities,
                        bench.publishCrl(files, bench.keys),
                        bench.jdbc,
                        bench.clock)
                .republish();
    }

    private int republish() {
        return republish(WorkFiles.in(folder));
    }

    private long lists() {
        return bench.count("SELECT count(*) FROM crl");
    }

    private double left(CrlSeries.Kind kind) {
        return new CrlOutlook(bench.jdbc, bench.clock)
                .secondsLeft(bench.code(), kind)
                .orElse(Double.NaN);
    }

    @Test
    void makes_what_is_due_and_nothing_else() {
        assertThat(left(CrlSeries.Kind.FULL)).isNaN();
        assertThat(republish()).isZero();
        assertThat(lists()).isEqualTo(4); // full and delta, of the root and of the authority
        assertThat(republish()).isZero();
        assertThat(lists()).isEqualTo(4);
        bench.clock.move(Duration.ofMinutes(31));
        republish();
        assertThat(lists()).isEqualTo(5); // the delta of the authority
        bench.clock.move(Duration.ofHours(12));
        republish();
        assertThat(lists()).isEqualTo(7);
        ManySerials.revoke(bench, 1);
        republish();
        assertThat(lists()).isEqualTo(9);
    }

    @Test
    void says_for_how_long_the_lists_last() {
        republish();
        assertThat(left(CrlSeries.Kind.FULL)).isBetween(86_000.0, 86_400.0);
        assertThat(left(CrlSeries.Kind.DELTA)).isBetween(3_000.0, 3_600.0);
        bench.clock.move(Duration.ofDays(2));
        assertThat(left(CrlSeries.Kind.FULL)).isNegative();
    }

    @Test
    void raises_an_alarm_when_a_list_is_late_and_goes_on_with_the_others() {
        republish();
        WorkFiles broken = WorkFiles.in(Path.of("/dev/null/no-folder"));
        bench.clock.move(Duration.ofHours(17));
        assertThat(republish(broken)).isEqualTo(1); // the delta; the full list lasts for 7 hours
        bench.clock.move(Duration.ofHours(2));
        assertThat(republish(broken)).isEqualTo(2);
        assertThat(republish()).isZero();
        assertThat(List.of(left(CrlSeries.Kind.FULL), left(CrlSeries.Kind.DELTA)))
                .allSatisfy(left -> assertThat(left).isPositive());
    }
}
