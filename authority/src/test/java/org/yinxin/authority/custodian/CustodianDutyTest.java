package org.yinxin.authority.custodian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.yinxin.authority.custodian.CustodianDuty.AUTHORITIES;
import static org.yinxin.authority.custodian.CustodianDuty.KEYS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.custodian.AddCustodian.Addition;
import org.yinxin.authority.custodian.AdmitCustodians.Admission;
import org.yinxin.authority.custodian.AdmitCustodians.Claim;

/** Who looks after authorities gets no key out of custody, and the other way round; and the admission of one. */
class CustodianDutyTest {

    private static final CustodianName BING = new CustodianName("bing");

    @TempDir private Path folder;
    private AuthorityBench bench;
    private CustodianBench custodians;
    private Claim jia;
    private Claim yi;
    private Claim wu;
    private Claim ji;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
        custodians = new CustodianBench(bench);
        jia = added("jia", AUTHORITIES);
        yi = added("yi", AUTHORITIES);
        wu = added("wu", KEYS);
        ji = added("ji", KEYS);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Claim added(String name, CustodianDuty duty) {
        CustodianName custodian = new CustodianName(name);
        return switch (custodians.add().add(custodian, duty, null)) {
            case Addition.Added(_, String secret) -> new Claim(custodian, secret.toCharArray());
            case Addition.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private Admission<TwoCustodians> admit(Claim one, Claim other, CustodianDuty duty) {
        return custodians.admit().admit(List.of(one, other), duty, "test");
    }

    private TwoCustodians two(Claim one, Claim other, CustodianDuty duty) {
        return ((Admission.Admitted<TwoCustodians>) admit(one, other, duty)).who();
    }

    private Admission<OneCustodian> admitOne(Claim claim, CustodianDuty duty) {
        return custodians.admit().admitOne(claim, duty, "test");
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

    private static <T> Admission<T> notAdmitted(Claim claim) {
        return new Admission.Refused<>(AdmitCustodians.sentence(claim.name()));
    }

    @Test
    void the_first_two_of_each_duty_are_added_at_the_console() {
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM journal WHERE action = 'custodian.added'
                                AND actor = 'system:command-line' AND details ->> 'duty' = 'keys'
                                """))
                .isEqualTo(2);
        assertThat(custodians.add().add(BING, KEYS, null))
                .isEqualTo(
                        new Addition.Refused(
                                "there are two custodians of keys already: adding another takes two of them"));
    }

    @Test
    void adding_one_takes_two_of_his_duty() {
        assertThat(custodians.add().add(BING, KEYS, two(jia, yi, AUTHORITIES)))
                .isInstanceOf(Addition.Refused.class);
        assertThat(custodians.add().add(BING, KEYS, two(wu, ji, KEYS)))
                .isInstanceOf(Addition.Added.class);
        assertThat(new Custodians(bench.jdbc).dutyOf(BING)).contains(KEYS);
    }

    @Test
    void one_person_has_one_duty() {
        CustodianName name = jia.name();
        assertThat(custodians.add().add(name, KEYS, two(wu, ji, KEYS)))
                .isEqualTo(
                        new Addition.Refused(
                                "the name jia is taken, perhaps by a closed custodian"));
    }

    @Test
    void closing_one_takes_two_of_his_duty_so_that_two_of_it_are_left() {
        TwoCustodians authorities = two(jia, yi, AUTHORITIES);
        assertThat(custodians.close().close(wu.name(), AUTHORITIES, authorities))
                .contains("there is no open custodian wu of authorities");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> custodians.close().close(wu.name(), KEYS, authorities));
        assertThat(new Custodians(bench.jdbc).dutyOf(wu.name())).contains(KEYS);
        assertThat(custodians.close().close(wu.name(), KEYS, two(wu, ji, KEYS)))
                .contains("wu is closed by two others, so that two are always left");
    }

    @Test
    void whoever_has_another_duty_is_told_what_everybody_is_told_and_the_journal_says_why() {
        assertThat(admit(jia, wu, AUTHORITIES)).isEqualTo(notAdmitted(wu));
        assertThat(lastReason()).isEqualTo("DUTY");
        assertThat(admit(jia, yi, KEYS)).isEqualTo(notAdmitted(jia));
        assertThat(admitOne(jia, KEYS)).isEqualTo(notAdmitted(jia));
        assertThat(lastReason()).isEqualTo("DUTY");
        assertThat(admitOne(new Claim(jia.name(), "x".toCharArray()), KEYS))
                .isEqualTo(notAdmitted(jia));
        assertThat(lastReason()).isEqualTo("SECRET");
    }

    @Test
    void two_who_were_admitted_for_one_duty_act_in_no_other() {
        TwoCustodians keys = two(wu, ji, KEYS);
        assertThat(keys.actor(KEYS)).isEqualTo("custodians:wu,ji");
        assertThatIllegalArgumentException().isThrownBy(() -> keys.actor(AUTHORITIES));
    }

    @Test
    void one_is_admitted_by_the_rules_of_two() {
        assertThat(admitOne(wu, KEYS))
                .isInstanceOfSatisfying(
                        Admission.Admitted.class,
                        admitted ->
                                assertThat(((OneCustodian) admitted.who()).name())
                                        .isEqualTo(wu.name()));
        Claim nobody = new Claim(BING, "x".toCharArray());
        assertThat(admitOne(nobody, KEYS)).isEqualTo(notAdmitted(nobody));
        assertThat(lastReason()).isEqualTo("UNKNOWN");
    }

    @Test
    void wrong_secrets_of_one_and_of_two_are_counted_together() {
        Claim wrong = new Claim(wu.name(), "x".toCharArray());
        for (int i = 0; i < AdmitCustodians.MOST_FAILURES; i++) {
            if (i % 2 == 0) {
                assertThat(admitOne(wrong, KEYS)).isEqualTo(notAdmitted(wu));
            } else {
                assertThat(admit(wrong, ji, KEYS)).isEqualTo(notAdmitted(wu));
            }
        }
        assertThat(admitOne(wu, KEYS)).isEqualTo(notAdmitted(wu));
        assertThat(lastReason()).isEqualTo("LOCKED");
        bench.clock.move(AdmitCustodians.LOCK.plus(Duration.ofSeconds(1)));
        assertThat(admitOne(wu, KEYS)).isInstanceOf(Admission.Admitted.class);
    }
}
