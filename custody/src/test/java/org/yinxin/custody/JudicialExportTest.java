package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.yinxin.custody.GuardedOutcome.Done;
import org.yinxin.custody.GuardedOutcome.Refused;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;

class JudicialExportTest {

    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();
    private static final JudicialOrder ORDER = new JudicialOrder("云岭市人民法院", "（2026）云01调证12号");
    private static final Custodian FIRST = new Custodian("operator:1");
    private static final Custodian SECOND = new Custodian("operator:2");

    @TempDir Path folder;
    private CustodyBench bench;
    private JudicialExport export;
    private PublicKey publicKey;
    private final EscrowId id = CustodyBench.id();
    private final KeyPair court = CustodyBench.sm2();
    private final SignedCertificate certificate = SigningCustody.make().certify(court);

    @BeforeEach
    void makeAKey() {
        bench = new CustodyBench(folder);
        export = new JudicialExport(bench.means());
        publicKey = bench.custody().makeEncryptionKey(id);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void two_custodians_give_the_key_sealed_for_the_authority_alone() throws Exception {
        GuardedReleaseId request = asked();
        assertThat(export.approve(SECOND, request)).isInstanceOf(Done.class);
        byte[] envelope = done(export.give(FIRST, request, FORM)).encoded();
        var encoder = new KeyEnvelopeEncoder.Sm2Enveloped();
        KeyPair opened = encoder.open(envelope, court.getPrivate());
        assertThat(opened.getPublic()).isEqualTo(publicKey);
        assertThat(java.util.HexFormat.of().formatHex(envelope))
                .doesNotContain(
                        java.util.HexFormat.of()
                                .formatHex(PublicKeys.sm2PrivateNumber(opened.getPrivate())));
        assertThatThrownBy(() -> encoder.open(envelope, CustodyBench.sm2().getPrivate()))
                .isInstanceOf(EnvelopeException.class);
    }

    @Test
    void is_journaled_as_an_act_of_its_own_with_authority_and_document() {
        GuardedReleaseId request = asked();
        export.approve(SECOND, request);
        export.give(FIRST, request, FORM);
        assertThat(bench.actions())
                .containsExactly(
                        "encryption-key.made",
                        "judicial-export.asked",
                        "judicial-export.approved",
                        "judicial-export.released",
                        "encryption-key.exported");
        assertThat(
                        bench.count(
                                """
                                journal WHERE action = 'judicial-export.asked'
                                AND details ->> 'authorityName' = '云岭市人民法院'
                                AND details ->> 'documentNumber' = '（2026）云01调证12号'
                                """))
                .isOne();
        assertThat(new KeyHistory(bench.jdbc).of(id).getLast().details())
                .containsEntry("recipientSm3", Means.fingerprint(court.getPublic()))
                .containsEntry("approvedBy", "operator:2");
    }

    @Test
    void the_approver_sees_the_certificate_that_was_handed_in_and_nobody_exchanges_it() {
        GuardedReleaseId request = asked();
        assertThat(export.find(request).orElseThrow().recipientCertificate())
                .isEqualTo(certificate);
        assertThatThrownBy(
                        () ->
                                bench.jdbc
                                        .sql(
                                                "UPDATE guarded_release SET recipient_certificate = recipient_key")
                                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_signed_message_is_made_for_the_certificate_that_was_handed_in() {
        JudicialExport able =
                new JudicialExport(
                        bench.means(
                                new KeyWrapping(bench.wrappingKey, List.of()),
                                bench.journal,
                                SigningCustody.make().signer(),
                                Checkpoint.NONE));
        GuardedReleaseId request = asked();
        able.approve(SECOND, request);
        assertThat(able.give(SECOND, request, new ReleaseForm.SignedAndEnveloped(certificate)))
                .isInstanceOf(Done.class);
    }

    @Test
    void binds_the_key_to_nobody() {
        GuardedReleaseId request = asked();
        export.approve(SECOND, request);
        export.give(FIRST, request, FORM);
        assertThat(bench.count("escrowed_key WHERE released_to IS NULL")).isOne();
    }

    @Test
    void refuses_as_a_recovery_does() {
        GuardedReleaseId request = asked();
        refused(export.give(FIRST, request, FORM), GuardedRefusal.NOT_APPROVED);
        refused(export.approve(FIRST, request), GuardedRefusal.SAME_CUSTODIAN);
        export.approve(SECOND, request);
        refused(
                export.approve(new Custodian("operator:3"), request),
                GuardedRefusal.ALREADY_APPROVED);
        assertThat(export.give(FIRST, request, FORM)).isInstanceOf(Done.class);
        refused(export.give(FIRST, request, FORM), GuardedRefusal.ALREADY_USED);
        refused(
                export.ask(FIRST, CustodyBench.id(), ORDER, certificate),
                GuardedRefusal.UNKNOWN_KEY);
        refused(
                export.ask(
                        FIRST,
                        id,
                        ORDER,
                        SigningCustody.make()
                                .certify(
                                        KeyPairs.generate(KeyAlgorithm.P256, CustodyBench.RANDOM))),
                GuardedRefusal.UNSUITABLE_RECIPIENT);
        assertThat(bench.count("journal WHERE action = 'judicial-export.refused'")).isEqualTo(6);
    }

    @Test
    void refuses_approval_and_export_after_a_day() {
        GuardedReleaseId late = asked();
        GuardedReleaseId approved = asked();
        export.approve(SECOND, approved);
        bench.clock.move(Duration.ofHours(24));
        refused(export.approve(SECOND, late), GuardedRefusal.EXPIRED);
        refused(export.give(FIRST, approved, FORM), GuardedRefusal.EXPIRED);
    }

    @Test
    void refuses_a_signed_message_where_the_custody_has_no_key_to_sign_it() {
        GuardedReleaseId request = asked();
        export.approve(SECOND, request);
        var form = new ReleaseForm.SignedAndEnveloped(SigningCustody.make().certify(court));
        refused(export.give(FIRST, request, form), GuardedRefusal.FORM_UNAVAILABLE);
    }

    @Test
    void a_request_for_one_act_is_none_for_the_other() {
        KeyRecovery recovery = new KeyRecovery(bench.means());
        GuardedReleaseId request = asked();
        assertThat(recovery.find(request)).isEmpty();
        refused(recovery.approve(SECOND, request), GuardedRefusal.UNKNOWN_REQUEST);
        export.approve(SECOND, request);
        refused(recovery.give(SECOND, request, FORM), GuardedRefusal.UNKNOWN_REQUEST);
        assertThat(export.find(request).orElseThrow().ground()).isEqualTo(ORDER);
    }

    @Test
    void an_order_names_its_authority_and_its_document() {
        for (String[] order :
                List.of(
                        new String[] {"", "1"},
                        new String[] {"法院", " "},
                        new String[] {"x".repeat(201), "1"},
                        new String[] {"法院", "x".repeat(101)})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new JudicialOrder(order[0], order[1]));
        }
    }

    private GuardedReleaseId asked() {
        return done(export.ask(FIRST, id, ORDER, certificate));
    }

    private static <T> T done(GuardedOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<T>) outcome).value();
    }

    private static void refused(GuardedOutcome<?> outcome, GuardedRefusal reason) {
        assertThat(outcome).isEqualTo(new Refused<>(reason));
    }
}
