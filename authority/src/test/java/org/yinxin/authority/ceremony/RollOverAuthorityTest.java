package org.yinxin.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificate;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.key.KeyAlgorithm;

class RollOverAuthorityTest extends FreshAuthority {

    private static final AuthorityCode NEXT = new AuthorityCode("yinxin-demo-g2");

    private CrossCertificate cross(AuthorityCode subject, AuthorityCode issuer) {
        return new CrossCertificates(bench.jdbc).find(subject, issuer).orElseThrow();
    }

    @Test
    void orders_for_the_line_are_issued_by_the_new_key_and_recorded_under_its_code() {
        PairOrder before = bench.order();
        IssuedPair old = bench.issue(before);
        CertificationAuthority next = ceremonies.rolled(bench.code());
        assertThat(next.code()).isEqualTo(NEXT);
        assertThat(next.name()).isEqualTo(bench.issuing().name());
        assertThat(next.publicKey()).isNotEqualTo(bench.issuing().publicKey());
        PairOrder order = bench.order();
        assertThat(order.authority()).isEqualTo(bench.code());
        IssuedPair pair = bench.issue(order);
        assertThat(pair.authority()).isEqualTo(NEXT);
        assertThat(pair.chain().getFirst()).isEqualTo(next.certificate().encoded());
        assertThat(bench.statuses().find(NEXT, pair.signSerial()))
                .isEqualTo(new CertificateStatus.Good());
        assertThat(bench.statuses().find(bench.code(), pair.signSerial()))
                .isEqualTo(new CertificateStatus.Unknown());
        // What was issued before stays the older key's, and is answered as it was.
        IssuedPair again = bench.issue(before);
        assertThat(again.authority()).isEqualTo(bench.code());
        assertThat(again.signCertificate()).isEqualTo(old.signCertificate());
        for (PairOrder each : List.of(before, order)) {
            assertThat(bench.change(each.id(), new PairDeed.Revoke(RevocationReason.SUPERSEDED)))
                    .isInstanceOf(PairStatusOutcome.Done.class);
        }
        assertThat(bench.statuses().find(bench.code(), old.signSerial()))
                .isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(bench.statuses().find(NEXT, pair.encryptionSerial()))
                .isInstanceOf(CertificateStatus.Revoked.class);
    }

    @Test
    void a_process_that_has_only_seen_the_old_key_issues_by_the_new_one() {
        try (AuthorityBench another = new AuthorityBench(bench.server, bench.folder)) {
            assertThat(another.issue(another.order()).authority()).isEqualTo(bench.code());
            ceremonies.rolled(bench.code());
            assertThat(another.issue(another.order()).authority()).isEqualTo(NEXT);
        }
    }

    @Test
    void each_certifies_the_key_of_the_other_until_the_first_of_them_ends() {
        bench.clock.move(Duration.ofDays(365));
        CertificationAuthority old = bench.authorities.find(bench.rootCode()).orElseThrow();
        CertificationAuthority next = ceremonies.rolled(bench.rootCode());
        CrossCertificate newWithOld = cross(next.code(), old.code());
        CrossCertificate oldWithNew = cross(old.code(), next.code());
        assertThat(newWithOld.certificate().isSignedBy(old.verificationKey())).isTrue();
        assertThat(oldWithNew.certificate().isSignedBy(next.verificationKey())).isTrue();
        TbsCertificate before = old.certificate().tbs();
        assertThat(oldWithNew.certificate().tbs().notBefore()).isEqualTo(before.notBefore());
        assertThat(oldWithNew.certificate().tbs().notAfter()).isEqualTo(before.notAfter());
        assertThat(newWithOld.certificate().tbs().notBefore())
                .isEqualTo(next.certificate().tbs().notBefore());
        assertThat(newWithOld.certificate().tbs().notAfter()).isEqualTo(before.notAfter());
        assertThat(next.certificate().tbs().notAfter()).isAfter(before.notAfter());
        assertThat(bench.statuses().find(old.code(), newWithOld.certificate().tbs().serial()))
                .isEqualTo(new CertificateStatus.Good());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> bench.jdbc.sql("DELETE FROM cross_certificate").update());
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM journal WHERE action = 'authority.rolled-over'
                                    AND actor = 'custodians:jia,yi'
                                    AND subject = 'authority:yinxin-demo-root-g2'
                                """))
                .isEqualTo(1);
    }

    @Test
    void an_issuing_authority_gets_its_certificate_from_the_newest_root_and_does_not_outlive_it() {
        CertificationAuthority root = ceremonies.rolled(bench.rootCode());
        CertificationAuthority next = ceremonies.rolled(bench.code());
        assertThat(next.parent()).isEqualTo(root.code());
        assertThat(next.certificate().isSignedBy(root.verificationKey())).isTrue();
        bench.clock.move(Duration.ofDays(15 * 365));
        CertificationAuthority third = ceremonies.rolled(next.code());
        assertThat(third.code()).isEqualTo(new AuthorityCode("yinxin-demo-g3"));
        assertThat(third.certificate().tbs().notAfter())
                .isEqualTo(root.certificate().tbs().notAfter());
        assertThat(bench.authorities.standing(bench.issuing()))
                .isEqualTo(new Standing.Superseded(third.code()));
        assertThat(bench.authorities.standing(third)).isEqualTo(new Standing.Issuing());
    }

    @Test
    void settings_that_name_the_line_go_on() {
        bench.shards = CrlShards.read("yinxin-demo:4");
        ceremonies.rolled(bench.code());
        bench.issue(bench.order());
        assertThat(
                        bench.count(
                                "SELECT crl_shards FROM certification_authority WHERE code = 'yinxin-demo-g2'"))
                .isEqualTo(4);
    }

    @Test
    void the_second_look_knows_all_of_it() {
        bench.issue(bench.order());
        ceremonies.rolled(bench.rootCode());
        ceremonies.rolled(bench.code());
        bench.issue(bench.order());
        var checked =
                bench.checkIssued()
                        .check(
                                Instant.EPOCH,
                                bench.clock.instant().plus(Duration.ofDays(1)),
                                (_, _, _) -> Optional.empty(),
                                objection -> assertThat(objection).isNull());
        // Four of authorities, four cross certificates, two pairs.
        assertThat(checked.certificates()).isEqualTo(12);
        assertThat(checked.objectedTo()).isZero();
    }

    @Test
    void refuses_what_is_unknown_superseded_or_over() {
        assertThat(CeremonyBench.refusal(ceremonies.rollOver(new AuthorityCode("nobody"))))
                .isEqualTo("there is no authority nobody");
        ceremonies.rolled(bench.code());
        assertThat(CeremonyBench.refusal(ceremonies.rollOver(bench.code())))
                .isEqualTo(
                        "yinxin-demo was rolled over already: yinxin-demo-g2 certifies in its place");
        bench.clock.move(Duration.ofDays(31 * 366));
        assertThat(CeremonyBench.refusal(ceremonies.rollOver(bench.rootCode())))
                .isEqualTo("yinxin-demo-root is over; nobody trusts its key any more");
    }

    @Test
    void refuses_when_the_code_of_the_next_generation_is_taken_or_too_long() {
        bench.another("yinxin-demo-g2", KeyAlgorithm.SM2);
        assertThat(CeremonyBench.refusal(ceremonies.rollOver(bench.code())))
                .isEqualTo("the code of the next generation is taken: yinxin-demo-g2");
        AuthorityCode longest =
                CeremonyBench.made(
                                new AddAuthorities(bench.ceremonyMeans())
                                        .add(
                                                CeremonyBench.definition(
                                                        "long-root",
                                                        "a".repeat(40),
                                                        KeyAlgorithm.SM2),
                                                ceremonies.two()))
                        .getLast()
                        .code();
        assertThat(CeremonyBench.refusal(ceremonies.rollOver(longest)))
                .isEqualTo("the code of the next generation is too long");
    }

    @Test
    void of_two_at_once_one_wins_and_the_other_says_so() throws Exception {
        Callable<CeremonyOutcome> one = () -> ceremonies.rollOver(bench.code());
        int refused = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<CeremonyOutcome> each : threads.invokeAll(List.of(one, one))) {
                if (each.get() instanceof CeremonyOutcome.Refused(String sentence)) {
                    refused++;
                    assertThat(sentence).contains("was rolled over already");
                }
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(bench.count("SELECT count(*) FROM certification_authority")).isEqualTo(3);
        assertThat(bench.count("SELECT count(*) FROM cross_certificate")).isEqualTo(2);
    }

    /** An error that nobody expects ends a ceremony as abruptly as the process does: nothing is tidied up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(Checkpoint.Step.class)
    void cut_off_anywhere_it_leaves_at_most_a_key_file_and_can_be_held_again(Checkpoint.Step last)
            throws Exception {
        long certificates = bench.count("SELECT count(*) FROM intended_certificate");
        RollOverAuthority dying =
                new RollOverAuthority(
                        bench.ceremonyMeans(),
                        step -> {
                            if (step == last) {
                                throw new Killed();
                            }
                        });
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> dying.rollOver(bench.code(), ceremonies.two()));
        assertThat(bench.authorities.find(NEXT)).isEmpty();
        assertThat(bench.count("SELECT count(*) FROM intended_certificate"))
                .isEqualTo(certificates);
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM journal WHERE action = 'authority.rolled-over'"))
                .isZero();
        assertThat(ceremonies.keyFiles()).isEqualTo(3);
        assertThat(bench.issue(bench.order()).authority()).isEqualTo(bench.code());
        ceremonies.rolled(bench.code());
        assertThat(bench.issue(bench.order()).authority()).isEqualTo(NEXT);
    }
}
