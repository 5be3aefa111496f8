package org.yinxin.authority.custodian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.yinxin.authority.custodian.CustodianDuty.AUTHORITIES;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.custodian.AddCustodian.Addition;
import org.yinxin.authority.custodian.AdmitCustodians.Admission;
import org.yinxin.authority.custodian.AdmitCustodians.Claim;

class CustodiansTest {

    private static final CustodianName JIA = new CustodianName("jia");
    private static final CustodianName YI = new CustodianName("yi");
    private static final CustodianName BING = new CustodianName("bing");

    @TempDir private Path folder;
    private AuthorityBench bench;
    private CustodianBench custodians;
    private String jia;
    private String yi;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
        custodians = new CustodianBench(bench);
        jia = added(custodians.add().add(JIA, AUTHORITIES, null));
        yi = added(custodians.add().add(YI, AUTHORITIES, null));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static String added(Addition addition) {
        assertThat(addition).isInstanceOf(Addition.Added.class);
        return ((Addition.Added) addition).secret();
    }

    private Admission<TwoCustodians> admit(
            CustodianName one, String secret, CustodianName other, String second) {
        return custodians
                .admit()
                .admit(
                        List.of(
                                new Claim(one, secret.toCharArray()),
                                new Claim(other, second.toCharArray())),
                        AUTHORITIES,
                        "test");
    }

    private TwoCustodians both() {
        return two(admit(JIA, jia, YI, yi));
    }

    private static TwoCustodians two(Admission<TwoCustodians> admission) {
        return ((Admission.Admitted<TwoCustodians>) admission).who();
    }

    private long journal(String action, String actor) {
        return bench.jdbc
                .sql("SELECT count(*) FROM journal WHERE action = :action AND actor = :actor")
                .param("action", action)
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    private String lastReason() {
        return bench.jdbc
                .sql(
                        """
                        SELECT details ->> 'reason' FROM journal
                        WHERE action = 'custodian.refused' ORDER BY id DESC LIMIT 1
                        """)
                .query(String.class)
                .single();
    }

    @Test
    void the_first_two_are_added_at_the_console_and_the_journal_says_so() {
        assertThat(journal("custodian.added", AddCustodian.CONSOLE)).isEqualTo(2);
        assertThat(jia).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}").isNotEqualTo(yi);
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM custodian WHERE octet_length(secret_hash) = 32"))
                .isEqualTo(2);
    }

    @Test
    void from_then_on_adding_one_takes_two_others() {
        assertThat(custodians.add().add(BING, AUTHORITIES, null))
                .isEqualTo(
                        new Addition.Refused(
                                "there are two custodians of authorities already: adding another takes two of them"));
        added(custodians.add().add(BING, AUTHORITIES, both()));
        assertThat(journal("custodian.added", "custodians:jia,yi")).isEqualTo(1);
        assertThat(custodians.add().add(BING, AUTHORITIES, both()))
                .isEqualTo(
                        new Addition.Refused(
                                "the name bing is taken, perhaps by a closed custodian"));
    }

    @Test
    void of_several_who_begin_at_once_two_are_added_at_the_console() throws Exception {
        try (AuthorityBench fresh = new AuthorityBench(folder.resolve("fresh"))) {
            AddCustodian add = new CustodianBench(fresh).add();
            List<Callable<Addition>> all =
                    List.of(
                            () -> add.add(JIA, AUTHORITIES, null),
                            () -> add.add(YI, AUTHORITIES, null),
                            () -> add.add(BING, AUTHORITIES, null));
            int refused = 0;
            try (var nodes = Executors.newFixedThreadPool(3)) {
                for (Future<Addition> each : nodes.invokeAll(all)) {
                    refused += each.get() instanceof Addition.Refused ? 1 : 0;
                }
            }
            assertThat(refused).isEqualTo(1);
        }
    }

    @Test
    void one_person_is_not_two() {
        assertThat(admit(JIA, jia, JIA, jia))
                .isEqualTo(
                        new Admission.Refused<>(
                                "this takes two custodians, and jia is one person"));
        assertThat(lastReason()).isEqualTo("TWICE");
        assertThat(
                        custodians
                                .admit()
                                .admit(
                                        List.of(new Claim(JIA, jia.toCharArray())),
                                        AUTHORITIES,
                                        "test"))
                .isEqualTo(new Admission.Refused<>("this takes two custodians, not 1"));
    }

    @Test
    void whoever_is_not_admitted_is_told_the_same_whatever_is_wrong() {
        Admission<TwoCustodians> wrong = admit(JIA, "wrong", YI, yi);
        assertThat(wrong).isEqualTo(new Admission.Refused<>(AdmitCustodians.sentence(JIA)));
        assertThat(lastReason()).isEqualTo("SECRET");
        assertThat(admit(BING, jia, YI, yi))
                .isEqualTo(new Admission.Refused<>(AdmitCustodians.sentence(BING)));
        assertThat(lastReason()).isEqualTo("UNKNOWN");
        String bing = added(custodians.add().add(BING, AUTHORITIES, both()));
        assertThat(custodians.close().close(BING, AUTHORITIES, both())).isEmpty();
        assertThat(admit(YI, yi, BING, bing))
                .isEqualTo(new Admission.Refused<>(AdmitCustodians.sentence(BING)));
        assertThat(lastReason()).isEqualTo("CLOSED");
    }

    @Test
    void after_five_wrong_secrets_a_name_is_locked_for_a_while_in_whatever_process() {
        for (int i = 0; i < AdmitCustodians.MOST_FAILURES; i++) {
            admit(JIA, "wrong" + i, YI, yi);
        }
        CustodianBench another = new CustodianBench(bench);
        List<Claim> right =
                List.of(new Claim(JIA, jia.toCharArray()), new Claim(YI, yi.toCharArray()));
        assertThat(another.admit().admit(right, AUTHORITIES, "test"))
                .isEqualTo(new Admission.Refused<>(AdmitCustodians.sentence(JIA)));
        assertThat(lastReason()).isEqualTo("LOCKED");
        bench.clock.move(AdmitCustodians.LOCK.plus(Duration.ofSeconds(1)));
        assertThat(another.admit().admit(right, AUTHORITIES, "test"))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void a_right_secret_forgets_the_wrong_ones_before_it() {
        for (int i = 0; i < 2 * AdmitCustodians.MOST_FAILURES; i++) {
            assertThat(admit(JIA, i % 2 == 0 ? "wrong" : jia, YI, yi))
                    .isInstanceOf(i % 2 == 0 ? Admission.Refused.class : Admission.Admitted.class);
        }
    }

    @Test
    void two_are_always_left() {
        TwoCustodians both = both();
        assertThat(custodians.close().close(JIA, AUTHORITIES, both))
                .contains("jia is closed by two others, so that two are always left");
        assertThat(custodians.close().close(BING, AUTHORITIES, both))
                .contains("there is no open custodian bing of authorities");
        String bing = added(custodians.add().add(BING, AUTHORITIES, both));
        TwoCustodians others = two(admit(YI, yi, BING, bing));
        assertThat(custodians.close().close(JIA, AUTHORITIES, others)).isEmpty();
        assertThat(journal("custodian.closed", "custodians:yi,bing")).isEqualTo(1);
        // Admitted before jia was closed, and too late.
        assertThat(custodians.close().close(BING, AUTHORITIES, both))
                .contains("one of the two was closed meanwhile");
        assertThat(custodians.add().add(new CustodianName("ding"), AUTHORITIES, both))
                .isInstanceOf(Addition.Refused.class);
    }

    @Test
    void nobody_is_deleted_or_opened_again_behind_our_back() {
        added(custodians.add().add(BING, AUTHORITIES, both()));
        assertThat(custodians.close().close(BING, AUTHORITIES, both())).isEmpty();
        for (String change :
                List.of(
                        "DELETE FROM custodian",
                        "UPDATE custodian SET closed_at = NULL WHERE name = 'bing'",
                        "UPDATE custodian SET salt = secret_hash WHERE name = 'jia'",
                        "UPDATE custodian SET duty = 'KEYS' WHERE name = 'jia'",
                        "UPDATE custodian SET name = 'wu' WHERE name = 'jia'")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> bench.jdbc.sql(change).update());
        }
    }

    @Test
    void names_are_spelt_in_one_way() {
        for (String name : List.of("", "Jia", "甲", "a b", "-a", "a".repeat(41))) {
            assertThat(CustodianName.read(name)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> new CustodianName(name));
        }
    }
}
