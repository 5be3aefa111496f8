package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.yinxin.custody.GuardedOutcome.Done;
import org.yinxin.custody.GuardedOutcome.Refused;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;
import org.yinxin.pki.envelope.SkfKeyField;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

class KeyRecoveryTest {

    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();
    private static final RecoveryReason REASON = new RecoveryReason("介质损坏，旧文件需解密");
    private static final Custodian FIRST = new Custodian("operator:1");
    private static final Custodian SECOND = new Custodian("operator:2");
    private static final Custodian THIRD = new Custodian("operator:3");

    @TempDir Path folder;
    private CustodyBench bench;
    private KeyRecovery recovery;
    private PublicKey publicKey;
    private final EscrowId id = CustodyBench.id();
    private final KeyPair oldToken = CustodyBench.sm2();
    private final KeyPair newToken = CustodyBench.sm2();

    @BeforeEach
    void releaseAKey() {
        bench = new CustodyBench(folder);
        recovery = new KeyRecovery(bench.means());
        publicKey = bench.custody().makeEncryptionKey(id);
        bench.custody().release(id, oldToken.getPublic(), FORM);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void an_approval_is_not_used_up_where_the_wrapping_key_is_not_at_hand() throws Exception {
        GuardedReleaseId request = done(recovery.ask(FIRST, id, REASON, newToken.getPublic()));
        done(recovery.approve(SECOND, request));
        KeyRecovery elsewhere =
                new KeyRecovery(
                        bench.means(
                                new KeyWrapping(
                                        bench.key("another", WrappingAlgorithm.AES_256_GCM),
                                        List.of()),
                                bench.journal,
                                null,
                                Checkpoint.NONE));

        assertThat(elsewhere.give(FIRST, request, FORM))
                .isEqualTo(new GuardedOutcome.Refused<>(GuardedRefusal.WRAPPING_KEY_MISSING));

        done(recovery.give(FIRST, request, FORM));
    }

    @Test
    void two_custodians_give_the_old_key_to_the_new_token_alone() throws Exception {
        GuardedReleaseId request = asked();
        assertThat(recovery.approve(SECOND, request)).isInstanceOf(Done.class);
        byte[] envelope = done(recovery.give(SECOND, request, FORM)).encoded();
        var encoder = new KeyEnvelopeEncoder.Sm2Enveloped();
        assertThat(encoder.open(envelope, newToken.getPrivate()).getPublic()).isEqualTo(publicKey);
        assertThatThrownBy(() -> encoder.open(envelope, oldToken.getPrivate()))
                .isInstanceOf(org.yinxin.pki.envelope.EnvelopeException.class);
    }

    @Test
    void everything_is_in_the_journal_and_the_reason_by_its_digest_only() {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        recovery.give(SECOND, request, new ReleaseForm.SkfBlob(SkfKeyField.OCTETS_32));
        assertThat(bench.actions())
                .containsExactly(
                        "encryption-key.made",
                        "encryption-key.released",
                        "key-recovery.asked",
                        "key-recovery.approved",
                        "key-recovery.released",
                        "encryption-key.recovered");
        assertThat(new KeyHistory(bench.jdbc).of(id).getLast().details())
                .containsEntry("recipientSm3", Means.fingerprint(newToken.getPublic()))
                .containsEntry("form", "ENVELOPEDKEYBLOB/OCTETS_32")
                .containsEntry("askedBy", "operator:1")
                .containsEntry("approvedBy", "operator:2")
                .containsEntry("request", "key-recovery:" + request);
        assertThat(bench.jdbc.sql("SELECT journal::text FROM journal").query(String.class).list())
                .noneMatch(row -> String.valueOf(row).contains(REASON.text()));
        assertThat(recovery.find(request).orElseThrow().ground()).isEqualTo(REASON);
    }

    @Test
    void the_approver_sees_what_was_asked_for() {
        GuardedRelease request = recovery.find(asked()).orElseThrow();
        assertThat(request.escrow()).isEqualTo(id);
        assertThat(request.recipient()).isEqualTo(newToken.getPublic());
        assertThat(request.askedBy()).isEqualTo(FIRST);
        assertThat(request.expiresAt()).isEqualTo(request.askedAt().plus(Duration.ofHours(24)));
    }

    @Test
    void refuses_a_release_that_nobody_approved() {
        refused(recovery.give(SECOND, asked(), FORM), GuardedRefusal.NOT_APPROVED);
    }

    @Test
    void refuses_approval_by_the_custodian_who_asked() {
        GuardedReleaseId request = asked();
        refused(recovery.approve(FIRST, request), GuardedRefusal.SAME_CUSTODIAN);
        refused(recovery.give(SECOND, request, FORM), GuardedRefusal.NOT_APPROVED);
        assertThat(
                        bench.count(
                                "journal WHERE action = 'key-recovery.refused' AND actor = 'custodian:operator:1'"))
                .isOne();
    }

    @Test
    void refuses_a_second_approval() {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        refused(recovery.approve(THIRD, request), GuardedRefusal.ALREADY_APPROVED);
        assertThat(recovery.find(request).orElseThrow().approvedBy()).isEqualTo(SECOND);
    }

    @Test
    void refuses_to_release_a_second_time_on_one_approval() {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        done(recovery.give(SECOND, request, FORM));
        refused(recovery.give(SECOND, request, FORM), GuardedRefusal.ALREADY_USED);
        assertThat(bench.count("journal WHERE action = 'encryption-key.recovered'")).isOne();
    }

    @Test
    void refuses_to_give_the_key_to_whoever_is_not_one_of_the_two() {
        GuardedReleaseId request = asked();
        refused(recovery.give(THIRD, request, FORM), GuardedRefusal.NOT_APPROVED);
        recovery.approve(SECOND, request);
        refused(recovery.give(THIRD, request, FORM), GuardedRefusal.NOT_ONE_OF_THE_TWO);
        assertThat(recovery.give(FIRST, request, FORM)).isInstanceOf(Done.class);
        assertThat(new KeyHistory(bench.jdbc).of(id).getLast().actor())
                .isEqualTo("custodian:operator:1");
    }

    @Test
    void open_are_the_requests_that_can_still_be_approved_or_used() {
        GuardedReleaseId expired = asked();
        bench.clock.move(Duration.ofHours(23));
        GuardedReleaseId used = asked();
        GuardedReleaseId approved = asked();
        bench.clock.move(Duration.ofMinutes(59));
        GuardedReleaseId fresh = asked();
        recovery.approve(SECOND, used);
        recovery.approve(SECOND, approved);
        assertThat(recovery.open()).extracting(GuardedRelease::id).contains(expired).hasSize(4);
        recovery.give(SECOND, used, FORM);
        bench.clock.move(Duration.ofMinutes(1));
        assertThat(recovery.open()).extracting(GuardedRelease::id).containsExactly(approved, fresh);
        assertThat(new JudicialExport(bench.means()).open()).isEmpty();
    }

    @Test
    void what_the_caller_refuses_is_in_the_history_of_the_key() {
        recovery.recordRefusal(FIRST, id, "OTHER_SUBSCRIBER");
        KeyEvent last = new KeyHistory(bench.jdbc).of(id).getLast();
        assertThat(last.action()).isEqualTo("key-recovery.refused");
        assertThat(last.actor()).isEqualTo("custodian:operator:1");
        assertThat(last.details()).containsEntry("reason", "OTHER_SUBSCRIBER");
    }

    @Test
    void keys_in_escrow_are_told_without_opening_them() {
        EscrowId fresh = CustodyBench.id();
        bench.custody().makeEncryptionKey(fresh);
        var kept = new KeptKeys(bench.jdbc).find(List.of(id, fresh, CustodyBench.id()));
        assertThat(kept).containsOnlyKeys(id, fresh);
        assertThat(kept)
                .hasEntrySatisfying(
                        id,
                        key -> {
                            assertThat(key.publicKey()).isEqualTo(publicKey);
                            assertThat(key.firstReleasedAt()).isNotNull();
                        })
                .hasEntrySatisfying(fresh, key -> assertThat(key.firstReleasedAt()).isNull());
    }

    @Test
    void of_many_releases_at_once_on_one_approval_one_is_given() throws Exception {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        List<Callable<GuardedOutcome<KeyEnvelope>>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> recovery.give(SECOND, request, FORM));
        }
        int given = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<GuardedOutcome<KeyEnvelope>> call : threads.invokeAll(calls)) {
                given += call.get() instanceof Done ? 1 : 0;
            }
        }
        assertThat(given).isOne();
        assertThat(bench.count("journal WHERE action = 'encryption-key.recovered'")).isOne();
    }

    @Test
    void refuses_approval_and_release_after_a_day() {
        GuardedReleaseId late = asked();
        GuardedReleaseId approved = asked();
        recovery.approve(SECOND, approved);
        bench.clock.move(Duration.ofHours(24).minusSeconds(1));
        GuardedReleaseId inTime = asked();
        bench.clock.move(Duration.ofSeconds(1));
        refused(recovery.approve(SECOND, late), GuardedRefusal.EXPIRED);
        refused(recovery.give(SECOND, approved, FORM), GuardedRefusal.EXPIRED);
        assertThat(recovery.approve(SECOND, inTime)).isInstanceOf(Done.class);
        assertThat(recovery.give(SECOND, inTime, FORM)).isInstanceOf(Done.class);
    }

    @Test
    void refuses_when_the_day_ends_while_the_key_is_sealed() {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        KeyRecovery slow =
                new KeyRecovery(
                        bench.means(
                                step -> {
                                    if (step == Step.HANDOUT_SEALED) {
                                        bench.clock.move(Duration.ofHours(24));
                                    }
                                }));
        refused(slow.give(SECOND, request, FORM), GuardedRefusal.EXPIRED);
        assertThat(bench.count("journal WHERE action = 'encryption-key.recovered'")).isZero();
    }

    @Test
    void refuses_what_is_not_in_escrow_or_was_never_asked_for() {
        refused(
                recovery.ask(FIRST, CustodyBench.id(), REASON, newToken.getPublic()),
                GuardedRefusal.UNKNOWN_KEY);
        GuardedReleaseId nothing = new GuardedReleaseId(UUID.randomUUID());
        refused(recovery.approve(SECOND, nothing), GuardedRefusal.UNKNOWN_REQUEST);
        refused(recovery.give(SECOND, nothing, FORM), GuardedRefusal.UNKNOWN_REQUEST);
        assertThat(recovery.find(nothing)).isEmpty();
        assertThat(bench.count("guarded_release")).isZero();
        assertThat(bench.count("journal WHERE action = 'key-recovery.refused'")).isEqualTo(3);
    }

    @Test
    void refuses_what_an_ordinary_release_will_do() {
        refused(
                recovery.ask(FIRST, id, REASON, oldToken.getPublic()),
                GuardedRefusal.NOT_A_NEW_TOKEN);
        EscrowId fresh = CustodyBench.id();
        bench.custody().makeEncryptionKey(fresh);
        refused(
                recovery.ask(FIRST, fresh, REASON, newToken.getPublic()),
                GuardedRefusal.NEVER_RELEASED);
    }

    @Test
    void refuses_a_token_whose_key_is_not_sm2() {
        for (KeyAlgorithm other : List.of(KeyAlgorithm.P256, KeyAlgorithm.RSA_2048)) {
            PublicKey key = KeyPairs.generate(other, CustodyBench.RANDOM).getPublic();
            refused(recovery.ask(FIRST, id, REASON, key), GuardedRefusal.UNSUITABLE_RECIPIENT);
        }
    }

    @Test
    void refuses_a_signed_message_that_cannot_be_made_and_keeps_the_approval() {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        SigningCustody signing = SigningCustody.make();
        KeyRecovery able =
                new KeyRecovery(
                        bench.means(
                                new KeyWrapping(bench.wrappingKey, List.of()),
                                bench.journal,
                                signing.signer(),
                                Checkpoint.NONE));
        var form = new ReleaseForm.SignedAndEnveloped(signing.certify(newToken));
        refused(recovery.give(SECOND, request, form), GuardedRefusal.FORM_UNAVAILABLE);
        refused(
                able.give(
                        SECOND,
                        request,
                        new ReleaseForm.SignedAndEnveloped(signing.certify(oldToken))),
                GuardedRefusal.FORM_UNAVAILABLE);
        assertThat(able.give(SECOND, request, form)).isInstanceOf(Done.class);
    }

    @Test
    void an_ordinary_release_to_the_new_token_stays_refused() {
        GuardedReleaseId request = asked();
        recovery.approve(SECOND, request);
        recovery.give(SECOND, request, FORM);
        assertThatThrownBy(() -> bench.custody().release(id, newToken.getPublic(), FORM))
                .isInstanceOf(ReleaseRefusedException.class);
    }

    @Test
    void the_database_itself_keeps_what_two_custodians_did() {
        GuardedReleaseId request = asked();
        assertThatThrownBy(
                        () ->
                                bench.jdbc
                                        .sql(
                                                """
                                                UPDATE guarded_release
                                                SET approved_by = asked_by, approved_at = asked_at
                                                """)
                                        .update())
                .isInstanceOf(DataAccessException.class);
        recovery.approve(SECOND, request);
        recovery.give(SECOND, request, FORM);
        for (String attack :
                List.of(
                        "DELETE FROM guarded_release",
                        "UPDATE guarded_release SET released_at = NULL",
                        "UPDATE guarded_release SET expires_at = expires_at + interval '1 day'",
                        "UPDATE guarded_release SET approved_by = 'operator:9'",
                        "UPDATE guarded_release SET recipient_key = '\\x00'")) {
            assertThatThrownBy(() -> bench.jdbc.sql(attack).update())
                    .as(attack)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_request_that_cannot_be_recorded_is_not_made() {
        KeyRecovery unrecorded =
                new KeyRecovery(
                        bench.means(
                                new KeyWrapping(bench.wrappingKey, List.of()),
                                _ -> {
                                    throw new IllegalStateException("the journal is full");
                                },
                                null,
                                Checkpoint.NONE));
        assertThatThrownBy(() -> unrecorded.ask(FIRST, id, REASON, newToken.getPublic()))
                .hasMessageContaining("full");
        assertThat(bench.count("guarded_release")).isZero();
    }

    @Test
    void custodians_and_reasons_that_say_nothing_are_none() {
        for (String name : new String[] {"", " ", "Operator:1", "operator:1 ", "操作员", "-"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Custodian(name));
        }
        for (String text : new String[] {"", " \n", "x".repeat(501)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RecoveryReason(text));
        }
        assertThat(new RecoveryReason(" a ").text()).isEqualTo("a");
    }

    private GuardedReleaseId asked() {
        return done(recovery.ask(FIRST, id, REASON, newToken.getPublic()));
    }

    private static <T> T done(GuardedOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<T>) outcome).value();
    }

    private static void refused(GuardedOutcome<?> outcome, GuardedRefusal reason) {
        assertThat(outcome).isEqualTo(new Refused<>(reason));
    }
}
