package org.yinxin.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;

class AddAuthoritiesTest extends FreshAuthority {

    private CeremonyOutcome add(HierarchyDefinition definition) {
        return new AddAuthorities(bench.ceremonyMeans()).add(definition, ceremonies.two());
    }

    /** Below the root that there is. */
    private static HierarchyDefinition below(String code, KeyAlgorithm algorithm, int years) {
        HierarchyDefinition there = HierarchyDefinition.demonstration();
        return new HierarchyDefinition(
                there.root(),
                CeremonyBench.level(there.issuing(), code, algorithm, years),
                there.policy());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void a_hierarchy_of_any_keys_stands_beside_the_first(KeyAlgorithm algorithm) {
        List<CertificationAuthority> made =
                CeremonyBench.made(add(CeremonyBench.definition("other-root", "other", algorithm)));
        assertThat(made)
                .extracting(each -> each.code().value())
                .containsExactly("other-root", "other");
        assertThat(made)
                .allSatisfy(
                        each ->
                                assertThat(PublicKeys.algorithmOf(each.verificationKey()))
                                        .isEqualTo(algorithm));
        assertThat(made.getLast().certificate().isSignedBy(made.getFirst().verificationKey()))
                .isTrue();
        assertThat(ceremonies.issued(new AuthorityCode("other")).authority().value())
                .isEqualTo("other");
        assertThat(ceremonies.issued(bench.code()).authority()).isEqualTo(bench.code());
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM journal WHERE action = 'hierarchy.created'
                                    AND actor = 'custodians:jia,yi' AND subject = 'authority:other'
                                """))
                .isEqualTo(1);
    }

    @Test
    void a_further_authority_comes_below_the_newest_generation_of_a_root_that_there_is() {
        assertThat(CeremonyBench.made(add(below("second", KeyAlgorithm.SM2, 5))))
                .singleElement()
                .extracting(CertificationAuthority::parent)
                .isEqualTo(bench.rootCode());
        AuthorityCode root = ceremonies.rolled(bench.rootCode()).code();
        assertThat(CeremonyBench.made(add(below("third", KeyAlgorithm.SM2, 5))))
                .singleElement()
                .extracting(CertificationAuthority::parent)
                .isEqualTo(root);
    }

    @Test
    void refuses_what_does_not_fit_what_there_is() {
        HierarchyDefinition there = HierarchyDefinition.demonstration();
        assertThat(CeremonyBench.refusal(add(there)))
                .isEqualTo("there is an authority yinxin-demo already");
        assertThat(CeremonyBench.refusal(add(below("mixed", KeyAlgorithm.P256, 5))))
                .isEqualTo("SM2 and other keys are not mixed in one chain");
        assertThat(
                        CeremonyBench.refusal(
                                add(
                                        new HierarchyDefinition(
                                                CeremonyBench.level(
                                                        there.issuing(),
                                                        there.root().code().value(),
                                                        KeyAlgorithm.SM2,
                                                        30),
                                                CeremonyBench.level(
                                                        there.issuing(),
                                                        "renamed",
                                                        KeyAlgorithm.SM2,
                                                        5),
                                                there.policy()))))
                .startsWith("there is a root yinxin-demo-root already, which is ");
        assertThat(
                        CeremonyBench.refusal(
                                add(
                                        CeremonyBench.definition(
                                                there.issuing().code().value(),
                                                "wrong",
                                                KeyAlgorithm.SM2))))
                .isEqualTo("yinxin-demo is no root");
        bench.clock.move(Duration.ofDays(26 * 365));
        assertThat(CeremonyBench.refusal(add(below("late", KeyAlgorithm.SM2, 5))))
                .startsWith("the root yinxin-demo-root ends before late would, on ");
    }

    @Test
    void of_two_at_once_one_wins_and_the_other_says_so() throws Exception {
        Callable<CeremonyOutcome> one =
                () -> add(CeremonyBench.definition("other-root", "other", KeyAlgorithm.P256));
        int refused = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<CeremonyOutcome> each : threads.invokeAll(List.of(one, one))) {
                refused += each.get() instanceof CeremonyOutcome.Refused ? 1 : 0;
            }
        }
        assertThat(refused).isEqualTo(1);
        assertThat(bench.count("SELECT count(*) FROM certification_authority")).isEqualTo(4);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(Checkpoint.Step.class)
    void cut_off_anywhere_it_leaves_at_most_key_files_and_can_be_held_again(Checkpoint.Step last)
            throws Exception {
        HierarchyDefinition other =
                CeremonyBench.definition("other-root", "other", KeyAlgorithm.P256);
        AddAuthorities dying =
                new AddAuthorities(
                        bench.ceremonyMeans(),
                        step -> {
                            if (step == last) {
                                throw new Killed();
                            }
                        });
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> dying.add(other, ceremonies.two()));
        assertThat(bench.count("SELECT count(*) FROM certification_authority")).isEqualTo(2);
        assertThat(bench.count("SELECT count(*) FROM intended_certificate")).isEqualTo(2);
        assertThat(ceremonies.keyFiles()).isEqualTo(4);
        assertThat(CeremonyBench.made(add(other))).hasSize(2);
    }
}
