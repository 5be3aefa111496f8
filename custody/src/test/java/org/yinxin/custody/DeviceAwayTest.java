package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.custody.GuardedOutcome.Done;

/** What happens while the device of the wrapping key is away, and when it is back. */
class DeviceAwayTest {

    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();
    private static final Custodian FIRST = new Custodian("operator:1");
    private static final Custodian SECOND = new Custodian("operator:2");

    @TempDir Path folder;
    private CustodyBench bench;
    private Device device;
    private Means means;
    private Custody custody;
    private final EscrowId id = CustodyBench.id();
    private final KeyPair token = CustodyBench.sm2();

    /** A device that can be unplugged. */
    private static final class Device implements WrappingCipher {

        private final WrappingCipher inside =
                new MemoryCipher(
                        new SecretKeySpec(new byte[32], "AES"), WrappingAlgorithm.AES_256_GCM);
        private boolean away;

        @Override
        public byte[] encrypt(byte[] nonce, byte[] bound, byte[] clear) {
            requirePlugged();
            return inside.encrypt(nonce, bound, clear);
        }

        @Override
        public Optional<byte[]> decrypt(byte[] nonce, byte[] bound, byte[] sealed) {
            requirePlugged();
            return inside.decrypt(nonce, bound, sealed);
        }

        private void requirePlugged() {
            if (away) {
                throw new WrappingKeyAwayException("plug it in", new IllegalStateException());
            }
        }
    }

    @BeforeEach
    void plugIn() {
        bench = new CustodyBench(folder);
        device = new Device();
        WrappingKey key =
                WrappingKey.inDevice(
                        "hsm-1", WrappingAlgorithm.AES_256_GCM, device, CustodyBench.RANDOM);
        means = bench.means(new KeyWrapping(key, List.of()), bench.journal, null, Checkpoint.NONE);
        custody = new EscrowingCustody(means);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void no_key_is_made_and_the_order_gets_one_later() {
        isAway(() -> custody.makeEncryptionKey(id));
        assertThat(bench.count("escrowed_key")).isZero();
        assertThat(bench.actions()).isEmpty();
        custody.makeEncryptionKey(id);
        assertThat(bench.count("escrowed_key")).isOne();
    }

    @Test
    void the_pool_stays_as_it_is() {
        FillKeyPool pool = new FillKeyPool(means, 2);
        isAway(pool::fill);
        assertThat(bench.count("pooled_key")).isZero();
        assertThat(pool.fill()).isEqualTo(2);
    }

    @Test
    void a_key_is_released_later_and_bound_to_nobody_meanwhile() {
        PublicKey made = custody.makeEncryptionKey(id);
        isAway(() -> custody.release(id, token.getPublic(), FORM));
        assertThat(bench.count("escrowed_key WHERE released_to IS NOT NULL")).isZero();
        assertThat(bench.actions()).containsExactly("encryption-key.made");
        assertThat(custody.makeEncryptionKey(id)).isEqualTo(made);
        custody.release(id, token.getPublic(), FORM);
        assertThat(bench.actions()).contains("encryption-key.released");
    }

    @Test
    void an_approval_of_two_custodians_is_not_used_up() {
        custody.makeEncryptionKey(id);
        custody.release(id, token.getPublic(), FORM);
        KeyRecovery recovery = new KeyRecovery(means);
        GuardedReleaseId request =
                done(
                        recovery.ask(
                                FIRST,
                                id,
                                new RecoveryReason("介质损坏"),
                                CustodyBench.sm2().getPublic()));
        done(recovery.approve(SECOND, request));
        isAway(() -> recovery.give(FIRST, request, FORM));
        assertThat(bench.actions()).doesNotContain("key-recovery.released");
        done(recovery.give(FIRST, request, FORM));
    }

    private void isAway(ThrowingCallable deed) {
        device.away = true;
        assertThatExceptionOfType(WrappingKeyAwayException.class).isThrownBy(deed);
        device.away = false;
    }

    private static <T> T done(GuardedOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<T>) outcome).value();
    }
}
