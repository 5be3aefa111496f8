package org.yinxin.authority.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.authority.profile.UnitProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.key.KeyAlgorithm;

class CertifyUnitsTest {

    private static final String UNITS = "SELECT count(*) FROM certified_unit";

    @TempDir private Path folder;
    private AuthorityBench bench;
    private UnitBench units;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        units = new UnitBench(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void each_authority_of_subscribers_gets_one_and_no_second_before_it_is_half_over() {
        assertThat(units.certifyUnits().certify()).isEqualTo(2); // the root has none
        assertThat(units.certifyUnits().certify()).isZero();
        CertifiedUnit first = units.newest(UnitTask.TIME_STAMPING);
        bench.clock.move(Duration.ofDays(364));
        assertThat(units.certifyUnits().certify()).isZero();
        bench.clock.move(Duration.ofDays(2));
        assertThat(units.certifyUnits().certify()).isEqualTo(1); // the one for enrolment
        assertThat(units.newest(UnitTask.TIME_STAMPING).certificate())
                .isEqualTo(first.certificate());
        bench.clock.move(Duration.ofDays(2 * 365));
        assertThat(units.certifyUnits().certify()).isEqualTo(2);
        assertThat(units.newest(UnitTask.TIME_STAMPING).certificate())
                .isNotEqualTo(first.certificate());
        assertThat(units.newest(UnitTask.TIME_STAMPING).key()).isNotEqualTo(first.key());
        assertThat(bench.count("SELECT count(*) FROM journal WHERE action = 'unit.certified'"))
                .isEqualTo(5);
    }

    @Test
    void it_never_outlives_its_authority() {
        Instant end = bench.issuing().certificate().tbs().notAfter();
        bench.clock.move(Duration.between(bench.clock.instant(), end.minus(Duration.ofDays(3))));
        units.certifyUnits().certify();
        assertThat(units.newest(UnitTask.TIME_STAMPING).certificate().tbs().notAfter())
                .isEqualTo(end);
        bench.clock.move(Duration.ofHours(71));
        assertThat(units.certifyUnits().certify()).isZero();
    }

    @Test
    void of_several_nodes_one_certifies() throws Exception {
        bench.another("p256", KeyAlgorithm.P256);
        List<Callable<Integer>> nodes =
                Collections.nCopies(4, () -> units.certifyUnits().certify());
        int certified = 0;
        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            for (Future<Integer> each : threads.invokeAll(nodes)) {
                certified += each.get();
            }
        }
        assertThat(certified).isEqualTo(4);
        assertThat(bench.count(UNITS)).isEqualTo(4);
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
                .isThrownBy(() -> units.certifyUnits().certify());
        assertThat(bench.count(UNITS)).isZero();
        bench.jdbc.sql("DROP TRIGGER fails ON journal").update();
        assertThat(units.certifyUnits().certify()).isEqualTo(2);
    }

    @Test
    void the_second_look_knows_it() {
        units.certifyUnits().certify();
        CheckIssued check = bench.checkIssued();
        var checked =
                check.check(
                        Instant.EPOCH,
                        bench.clock.instant().plus(Duration.ofDays(1)),
                        (_, _, _) -> Optional.empty(),
                        objection -> assertThat(objection).isNull());
        assertThat(checked.certificates()).isEqualTo(4);
        assertThat(checked.objectedTo()).isZero();
    }

    @Test
    void refuses_a_validity_that_is_too_short() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CertifyUnits(
                                        new CertifyUnits.Means(
                                                bench.authorities,
                                                new CertifiedUnits(bench.jdbc),
                                                new CertificateRegister(bench.jdbc),
                                                bench.keys,
                                                new UnitProfile(bench.addresses),
                                                bench.journal,
                                                bench.transaction,
                                                bench.random,
                                                bench.clock),
                                        Map.of(UnitTask.TIME_STAMPING, Duration.ofHours(1))));
    }
}
