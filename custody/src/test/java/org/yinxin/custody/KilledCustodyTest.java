package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.custody.DyingCustodian.Deed;

/** Another process dies at each step; this one comes after it and asks again. */
class KilledCustodyTest {

    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();

    @TempDir Path folder;
    private CustodyBench bench;

    @BeforeEach
    void open() {
        bench = new CustodyBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"POOL_KEY_WRITTEN", "POOL_KEY_COMMITTED"})
    void filling_leaves_a_recorded_key_or_none(Step last) throws Exception {
        dieAt(last, Deed.FILL, CustodyBench.id().toString());
        int committed = last == Step.POOL_KEY_COMMITTED ? 1 : 0;
        assertThat(bench.count("pooled_key")).isEqualTo(committed);
        assertThat(bench.count("journal")).isEqualTo(committed);
        assertThat(new FillKeyPool(bench.means(), 1).fill()).isEqualTo(1 - committed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"POOLED_KEY_TAKEN", "KEY_WRAPPED", "KEY_WRITTEN", "KEY_COMMITTED"})
    void making_goes_on_with_the_key_that_was_taken(Step last) throws Exception {
        new FillKeyPool(bench.means(), 2).fill();
        EscrowId id = CustodyBench.id();
        dieAt(last, Deed.MAKE, id.toString());

        boolean bound = last == Step.KEY_COMMITTED;
        assertThat(bench.count("escrowed_key")).isEqualTo(bound ? 1 : 0);
        assertThat(bench.count("pooled_key WHERE taken_for IS NOT NULL")).isEqualTo(bound ? 0 : 1);
        String begun = begun();

        // Nobody else is given the key that the dead one had taken.
        PublicKey other = bench.custody().makeEncryptionKey(CustodyBench.id());
        assertThat(hex(other)).isNotEqualTo(begun);

        PublicKey made = bench.custody().makeEncryptionKey(id);
        assertThat(hex(made)).isEqualTo(begun);
        assertThat(bench.custody().makeEncryptionKey(id)).isEqualTo(made);
        assertThat(bench.count("pooled_key")).isZero();
        assertThat(new KeyHistory(bench.jdbc).of(id))
                .extracting(KeyEvent::action)
                .containsExactly("encryption-key.made");
        KeyPair subscriber = CustodyBench.sm2();
        assertThat(bench.custody().release(id, subscriber.getPublic(), FORM)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"KEY_WRAPPED", "KEY_WRITTEN", "KEY_COMMITTED"})
    void making_without_a_pool_leaves_a_whole_key_or_none(Step last) throws Exception {
        EscrowId id = CustodyBench.id();
        dieAt(last, Deed.MAKE, id.toString());
        assertThat(bench.count("escrowed_key")).isEqualTo(last == Step.KEY_COMMITTED ? 1 : 0);
        bench.custody().makeEncryptionKey(id);
        assertThat(bench.actions()).containsExactly("encryption-key.made");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"ENVELOPE_SEALED", "RELEASE_WRITTEN", "RELEASE_COMMITTED"})
    void releasing_binds_and_records_or_does_neither(Step last) throws Exception {
        EscrowId id = CustodyBench.id();
        bench.custody().makeEncryptionKey(id);
        PublicKey first = CustodyBench.sm2().getPublic();
        dieAt(last, Deed.RELEASE, id.toString(), hex(first));

        boolean recorded = last == Step.RELEASE_COMMITTED;
        assertThat(bench.count("journal WHERE action = 'encryption-key.released'"))
                .isEqualTo(recorded ? 1 : 0);
        PublicKey second = CustodyBench.sm2().getPublic();
        if (recorded) {
            assertThatThrownBy(() -> bench.custody().release(id, second, FORM))
                    .isInstanceOf(ReleaseRefusedException.class);
            assertThat(bench.custody().release(id, first, FORM)).isNotNull();
        } else {
            assertThat(bench.custody().release(id, second, FORM)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"REQUEST_WRITTEN", "REQUEST_COMMITTED"})
    void asking_leaves_a_recorded_request_or_none(Step last) throws Exception {
        EscrowId id = released();
        dieAt(last, Deed.ASK, id.toString(), hex(CustodyBench.sm2().getPublic()));
        int committed = last == Step.REQUEST_COMMITTED ? 1 : 0;
        assertThat(bench.count("guarded_release")).isEqualTo(committed);
        assertThat(bench.count("journal WHERE action = 'key-recovery.asked'")).isEqualTo(committed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"APPROVAL_WRITTEN", "APPROVAL_COMMITTED"})
    void approving_counts_when_it_is_recorded_and_not_before(Step last) throws Exception {
        KeyRecovery recovery = new KeyRecovery(bench.means());
        GuardedReleaseId request = asked(recovery);
        dieAt(last, Deed.APPROVE, request.toString());
        boolean committed = last == Step.APPROVAL_COMMITTED;
        assertThat(bench.count("journal WHERE action = 'key-recovery.approved'"))
                .isEqualTo(committed ? 1 : 0);
        if (committed) {
            assertThat(recovery.give(new Custodian("operator:2"), request, FORM))
                    .isInstanceOf(GuardedOutcome.Done.class);
        } else {
            assertThat(recovery.give(new Custodian("operator:2"), request, FORM))
                    .isEqualTo(new GuardedOutcome.Refused<>(GuardedRefusal.NOT_APPROVED));
            assertThat(recovery.approve(new Custodian("operator:2"), request))
                    .isInstanceOf(GuardedOutcome.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"HANDOUT_SEALED", "HANDOUT_WRITTEN", "HANDOUT_COMMITTED"})
    void recovering_spends_the_approval_when_it_is_recorded_and_not_before(Step last)
            throws Exception {
        KeyRecovery recovery = new KeyRecovery(bench.means());
        GuardedReleaseId request = asked(recovery);
        recovery.approve(new Custodian("operator:2"), request);
        dieAt(last, Deed.RECOVER, request.toString());
        boolean committed = last == Step.HANDOUT_COMMITTED;
        assertThat(bench.count("journal WHERE action = 'encryption-key.recovered'"))
                .isEqualTo(committed ? 1 : 0);
        GuardedOutcome<?> again = recovery.give(new Custodian("operator:2"), request, FORM);
        if (committed) {
            assertThat(again).isEqualTo(new GuardedOutcome.Refused<>(GuardedRefusal.ALREADY_USED));
        } else {
            assertThat(again).isInstanceOf(GuardedOutcome.Done.class);
        }
        assertThat(bench.count("journal WHERE action = 'encryption-key.recovered'")).isOne();
    }

    private EscrowId released() {
        EscrowId id = CustodyBench.id();
        bench.custody().makeEncryptionKey(id);
        bench.custody().release(id, CustodyBench.sm2().getPublic(), FORM);
        return id;
    }

    private GuardedReleaseId asked(KeyRecovery recovery) {
        return ((GuardedOutcome.Done<GuardedReleaseId>)
                        recovery.ask(
                                new Custodian("operator:1"),
                                released(),
                                new RecoveryReason("介质损坏"),
                                CustodyBench.sm2().getPublic()))
                .value();
    }

    /** The key that the dead process was about to bind, or has bound. */
    private String begun() {
        return bench.jdbc
                .sql(
                        """
                        SELECT encode(public_key, 'hex') FROM pooled_key WHERE taken_for IS NOT NULL
                        UNION ALL SELECT encode(public_key, 'hex') FROM escrowed_key
                        """)
                .query(String.class)
                .single();
    }

    private static String hex(PublicKey key) {
        return HexFormat.of().formatHex(key.getEncoded());
    }

    private void dieAt(Step last, Deed deed, String id, String... more) throws Exception {
        String[] command = {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DyingCustodian.class.getName(),
            bench.server.jdbcUrl(),
            bench.server.user(),
            bench.server.password(),
            folder.toString(),
            last.name(),
            deed.name(),
            id
        };
        var all = new java.util.ArrayList<>(java.util.List.of(command));
        all.addAll(java.util.List.of(more));
        Process child = new ProcessBuilder(all).redirectErrorStream(true).start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(said).isEqualTo(DyingCustodian.DIED_AT_THE_STEP);
    }
}
