package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.revocation.EndCertificate;
import org.yinxin.pki.certificate.SerialNumber;

class EndingGateTest {

    private static final Actor.Subscriber WHO = ApplicationRoom.subscriber();
    private static final GateCode END = new GateCode("END");

    private final ApplicationRoom room = new ApplicationRoom(SmallPlan.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(room.use(PlatformTransactionManager.class));
    private final UUID pair = UUID.randomUUID();
    private final CaseNumber origin = transaction.execute(_ -> filed("REVOKE", null).number());
    private final LedgerEntry sign = entry(CertificateUse.SIGN, 77);

    /** Three businesses that do nothing but change a certificate. */
    @Primary
    @Component
    static class SmallPlan implements PlanFiles {

        private static final String BUSINESS =
                """
                  - code: %1$s
                    title: {zh: 测试, en: Test}
                    summary: {zh: 测试。, en: Test.}
                    channel: ONLINE
                    limits: {oneOpenCase: true, oneCertificate: false}
                    certificate: {phases: [VALID, HELD]}
                    opened: {zh: 已创建, en: Opened}
                    finished: {zh: 已办结, en: Finished}
                    gates:
                      - {code: KEY, kind: key, title: {zh: 验证, en: Key}, words: {open: {zh: 待验证, en: Open}, passed: {zh: 已验证, en: Done}}}
                      - {code: END, kind: certificate-status, title: {zh: 办理, en: Do}, after: [KEY], words: {open: {zh: 办理中, en: Open}, passed: {zh: 已办理, en: Done}, refused: {zh: 不能办理, en: Refused}}, deed: %2$s}
                """;

        @Override
        public List<PlanFile> all() {
            return List.of(
                    new PlanFile(
                            "small.yaml",
                            """
                            plan: small
                            title: {zh: 示例计划, en: Sample plan}
                            authority: sample-authority
                            project: {region: {zh: 示例省, en: Sample}, category: {zh: 采购, en: Procurement}, name: {zh: 示例项目, en: Sample project}}
                            products:
                              - {code: unit, kind: UNIT, title: {zh: 单位证书, en: Unit}, years: [1], subject: {country: CN, organisation: {field: unitName}, commonName: {field: unitName}}}
                            businesses:
                            """
                                    + BUSINESS.formatted("SUSPEND", "HOLD")
                                    + BUSINESS.formatted("RESUME", "RESUME")
                                    + BUSINESS.formatted("REVOKE", "REVOKE")));
        }
    }

    EndingGateTest() {
        transaction.executeWithoutResult(
                _ ->
                        room.use(CertificateLedger.class)
                                .enter(sign, entry(CertificateUse.ENCRYPT, 78)));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private LedgerEntry entry(CertificateUse use, long serial) {
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        return new LedgerEntry(
                new SerialNumber(BigInteger.valueOf(serial)),
                new AuthorityCode("sample-authority"),
                use,
                pair,
                origin,
                WHO.account(),
                "云岭市星河测试科技有限公司",
                "云岭市星河测试科技有限公司",
                null,
                now,
                now.plus(Duration.ofDays(365)),
                new byte[] {(byte) serial},
                now,
                now);
    }

    /** A case whose key was shown, so that its last gate has just opened. */
    private CaseNumber opened(String business) {
        return transaction.execute(
                _ -> {
                    Application application = filed(business, About.of(sign));
                    GateKeeper keeper = room.use(GateKeeper.class);
                    Application begun = keeper.begin(application, WHO);
                    keeper.pass(begun, new GateCode("KEY"), WHO, "shown by the test");
                    return application.number();
                });
    }

    private Application filed(String business, @Nullable About about) {
        Plan plan = room.use(Catalogue.class).live(new PlanCode("small")).orElseThrow();
        Application application =
                room.use(NewCases.class)
                        .draft(
                                WHO.account(),
                                plan,
                                plan.business(new BusinessCode(business)).orElseThrow(),
                                about);
        assertThat(room.use(Applications.class).add(application)).isTrue();
        return application;
    }

    private GateState state(CaseNumber number) {
        return transaction.execute(
                _ -> room.use(Applications.class).lock(number).orElseThrow().gates().state(END));
    }

    /** Waits for what a commit has set off elsewhere. */
    private GateState eventually(CaseNumber number) throws InterruptedException {
        for (int tries = 0; tries < 3_600 && state(number) instanceof GateState.Open; tries++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        return state(number);
    }

    private List<PairDeed> asked() {
        return room.certificates.changes.stream().map(PairStatusChange::deed).toList();
    }

    @Test
    void the_gate_is_passed_when_the_authority_has_done_it() throws Exception {
        assertThat(eventually(opened("SUSPEND"))).isInstanceOf(GateState.Passed.class);
        assertThat(eventually(opened("RESUME"))).isInstanceOf(GateState.Passed.class);
        assertThat(eventually(opened("REVOKE"))).isInstanceOf(GateState.Passed.class);
        assertThat(asked())
                .containsExactly(
                        new PairDeed.Hold(),
                        new PairDeed.Resume(),
                        new PairDeed.Revoke(RevocationReason.CESSATION_OF_OPERATION));
        assertThat(room.hall.journal()).contains("certificate.ending-done");
    }

    @Test
    void what_ended_before_needs_no_authority() throws Exception {
        done(
                room.use(EndCertificate.class)
                        .end(
                                EndingGate.HALL,
                                pair,
                                Deed.REVOKE,
                                RevocationReason.KEY_COMPROMISE,
                                null));
        assertThat(eventually(opened("REVOKE"))).isInstanceOf(GateState.Passed.class);
    }

    @Test
    void a_hold_that_cannot_be_resumed_ends_the_case() {
        assertThat(state(opened("RESUME"))).isInstanceOf(GateState.Refused.class);
    }
}
