package org.yinxin.authority.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.pki.key.KeyAlgorithm;

class CertifyStampingUnitsTest {

    private static final String UNITS = "SELECT count(*) FROM time_stamping_unit";

    @TempDir private Path folder;
    private AuthorityBench bench;
    private StampingBench stamping;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        stamping = new StampingBench(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void each_authority_of_subscribers_gets_one_and_no_second_before_it_is_half_over() {
        assertThat(stamping.certifyUnits().certify()).isEqualTo(1); // the root stamps nothing
        assertThat(stamping.certifyUnits().certify()).isZero();
        CertifiedUnit first = stamping.newest();
        bench.clock.move(Duration.ofDays(3 * 365 - 1));
        assertThat(stamping.certifyUnits().certify()).isZero();
        bench.clock.move(Duration.ofDays(2));
        assertThat(stamping.certifyUnits().certify()).isEqualTo(1);
        assertThat(stamping.newest().certificate()).isNotEqualTo(first.certificate());
        assertThat(stamping.newest().key()).isNotEqualTo(first.key());
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM journal WHERE action = 'stamping-unit.certified'"))
                .isEqualTo(2);
    }

    @Test
    void it_never_outlives_its_authority() {
        Instant end = bench.issuing().certificate().tbs().notAfter();
        bench.clock.move(Duration.between(bench.clock.instant(), end.minus(Duration.ofDays(3))));
        stamping.certifyUnits().certify();
        assertThat(stamping.newest().certificate().tbs().notAfter()).isEqualTo(end);
        bench.clock.move(Duration.ofHours(71));
        assertThat(stamping.certifyUnits().certify()).isZero();
    }

    @Test
    void of_several_nodes_one_certifies() throws Exception {
        bench.another("p256", KeyAlgorithm.P256);
        List<Callable<Integer>> nodes =
                Collections.nCopies(4, () -> stamping.certifyUnits().certify());
        int certified = 0;
        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            for (Future<Integer> each : threads.invokeAll(nodes)) {
                certified += each.get();
            }
        }
        assertThat(certified).isEqualTo(2);
        assertThat(bench.count(UNITS)).isEqualTo(2);
    }

    @Test
    void cut_off_before_the_end_nothing_is_on_record_and_the_next_time_is_whole() {
        bench.jdbc
                .sql(
                        """
                        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN RAISE EXCEPTION 'cut off'; END $$
                        """)
                .update();
        bench.jdbc
                .sql(
                        "CREATE TRIGGER fails BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION fail()")
                .update();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> stamping.certifyUnits().certify());
        assertThat(bench.count(UNITS)).isZero();
        bench.jdbc.sql("DROP TRIGGER fails ON journal").update();
        assertThat(stamping.certifyUnits().certify()).isEqualTo(1);
    }

    @Test
    void the_second_look_knows_it() {
        stamping.certifyUnits().certify();
        CheckIssued check =
                CheckIssued.of(
                        bench.jdbc, bench.authorities, bench.cycle().lint(), bench.transaction);
        var checked =
                check.check(
                        Instant.EPOCH,
                        bench.clock.instant().plus(Duration.ofDays(1)),
                        (_, _) -> java.util.Optional.empty(),
                        objection -> assertThat(objection).isNull());
        assertThat(checked.certificates()).isEqualTo(3);
        assertThat(checked.objectedTo()).isZero();
    }
}
