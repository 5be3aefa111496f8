package org.yinxin.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.pki.crl.SignedCrl;
import org.yinxin.pki.key.KeyAlgorithm;

class RetireAuthorityTest extends FreshAuthority {

    private Optional<String> retire(AuthorityCode code, String reason) {
        return new RetireAuthority(bench.ceremonyMeans()).retire(code, reason, ceremonies.two());
    }

    @Test
    void it_issues_no_more_and_looks_after_what_it_has_issued() throws Exception {
        PairOrder order = bench.order();
        IssuedPair pair = bench.issue(order);
        assertThat(retire(bench.code(), "the project is over")).isEmpty();
        assertThat(bench.cycle().issuePair().issue(bench.order()))
                .isEqualTo(
                        new IssuanceOutcome.Refused(
                                IssuanceRefusal.UNKNOWN_AUTHORITY,
                                "the authority yinxin-demo is retired and issues no more"));
        assertThat(ceremonies.order(bench.code())).isInstanceOf(IssuanceOutcome.Refused.class);
        // It answers machines that revoke, and stamps no more when its last unit is over.
        assertThat(new UnitBench(bench).certifyUnits().certify()).isEqualTo(1);
        // Who was cut off while fetching what was issued still gets it.
        assertThat(bench.issue(order).signCertificate()).isEqualTo(pair.signCertificate());
        assertThat(
                        bench.authority()
                                .revoke(
                                        bench.code(),
                                        pair.signSerial(),
                                        RevocationReason.KEY_COMPROMISE))
                .isInstanceOf(RevocationOutcome.Revoked.class);
        SignedCrl crl = SignedCrl.parse(bench.crl(CrlSeries.full(bench.code())));
        assertThat(crl.isSignedBy(bench.issuing().verificationKey())).isTrue();
        assertThat(crl.entries()).hasSize(1);
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM journal WHERE action = 'authority.retired'
                                    AND actor = 'custodians:jia,yi'
                                    AND details ->> 'reason' = 'the project is over'
                                """))
                .isEqualTo(1);
    }

    @Test
    void it_is_for_good() {
        retire(bench.code(), "over");
        assertThat(retire(bench.code(), "over").orElseThrow())
                .startsWith("yinxin-demo is retired since ");
        assertThat(CeremonyBench.refusal(ceremonies.rollOver(bench.code())))
                .isEqualTo("yinxin-demo is retired");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () ->
                                bench.jdbc
                                        .sql(
                                                """
                                                UPDATE certification_authority
                                                SET retired_at = NULL, retired_for = NULL
                                                """)
                                        .update());
    }

    @Test
    void a_root_stays_as_long_as_somebody_below_it_certifies() {
        CeremonyBench.made(
                new AddAuthorities(bench.ceremonyMeans())
                        .add(
                                new HierarchyDefinition(
                                        HierarchyDefinition.demonstration().root(),
                                        CeremonyBench.level(
                                                HierarchyDefinition.demonstration().issuing(),
                                                "second",
                                                KeyAlgorithm.SM2,
                                                5),
                                        HierarchyDefinition.demonstration().policy()),
                                ceremonies.two()));
        AuthorityCode next = ceremonies.rolled(bench.code()).code();
        AuthorityCode root = ceremonies.rolled(bench.rootCode()).code();
        assertThat(retire(root, "over"))
                .contains("second, yinxin-demo-g2 certifies below it: retire that first");
        assertThat(retire(next, "over")).isEmpty();
        assertThat(retire(root, "over")).contains("second certifies below it: retire that first");
        assertThat(retire(new AuthorityCode("second"), "over")).isEmpty();
        assertThat(retire(root, "over")).isEmpty();
        assertThat(
                        CeremonyBench.refusal(
                                new AddAuthorities(bench.ceremonyMeans())
                                        .add(
                                                new HierarchyDefinition(
                                                        HierarchyDefinition.demonstration().root(),
                                                        CeremonyBench.level(
                                                                HierarchyDefinition.demonstration()
                                                                        .issuing(),
                                                                "third",
                                                                KeyAlgorithm.SM2,
                                                                5),
                                                        HierarchyDefinition.demonstration()
                                                                .policy()),
                                                ceremonies.two())))
                .isEqualTo("the root yinxin-demo-root-g2 is retired");
    }

    @Test
    void refuses_what_is_unknown_or_superseded_and_wants_a_reason() {
        assertThat(retire(new AuthorityCode("nobody"), "over"))
                .contains("there is no authority nobody");
        ceremonies.rolled(bench.code());
        assertThat(retire(bench.code(), "over"))
                .contains(
                        "yinxin-demo certifies no more: yinxin-demo-g2 does in its place; retire that one");
        for (String reason : new String[] {"", "  ", "x".repeat(201)}) {
            assertThat(retire(bench.code(), reason))
                    .contains("a reason is told in 1 to 200 characters");
        }
    }
}
