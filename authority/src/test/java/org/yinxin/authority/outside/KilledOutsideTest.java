package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.KeyAlgorithm;

/** Another process dies at each step of asking an outside authority; this one starts after it. */
class KilledOutsideTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static PlayedAuthority played;
    private static OutsideBench outside;

    @BeforeAll
    static void open() throws Exception {
        bench = new AuthorityBench(folder.resolve("authority"));
        played = new PlayedAuthority(KeyAlgorithm.SM2);
        outside = PlayedBench.of(bench, folder, played);
    }

    // The process that dies has the real time.
    @BeforeEach
    void setTheClock() {
        bench.clock.reset();
        played.issued.clear();
        played.reasons.clear();
    }

    @AfterAll
    static void close() {
        played.close();
        bench.close();
    }

    /** What the authority has issued, and nobody holds. */
    private static Set<SerialNumber> others(IssuedPair pair) {
        return played.issued.stream()
                .map(SignedCertificate::tbs)
                .map(tbs -> tbs.serial())
                .filter(serial -> !serial.equals(pair.signSerial()))
                .filter(serial -> !serial.equals(pair.encryptionSerial()))
                .collect(Collectors.toSet());
    }

    private static boolean wasAnswered(Step last) {
        return last == Step.SIGNING_ANSWERED || last == Step.ENCRYPTION_ANSWERED;
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void who_asks_again_gets_a_whole_pair_and_every_other_half_is_revoked_or_told(Step last)
            throws Exception {
        PairOrder order = PlayedBench.order(bench, played);
        DyingClient.dieAt(last, bench, folder, played, order);
        assertThat(outside.authority().findPair(order.id()).isPresent())
                .isEqualTo(last == Step.COMMITTED);

        bench.clock.move(Duration.ofMinutes(3));
        IssuedPair pair = outside.issue(order);
        outside.sweep();
        Set<SerialNumber> others = others(pair);
        long doubts =
                outside.told(order.id()).stream()
                        .filter("outside.certificate-may-exist"::equals)
                        .count();
        boolean inDoubt =
                wasAnswered(last)
                        || last == Step.SIGNING_ON_RECORD
                        || last == Step.ENCRYPTION_ON_RECORD;
        assertThat(doubts).isEqualTo(inDoubt ? 1 : 0);
        // What came and was written down is revoked; what came to the dead alone is told.
        assertThat(others.size() - played.reasons.size()).isEqualTo(wasAnswered(last) ? 1 : 0);
        assertThat(others).containsAll(played.reasons.keySet());
        for (SerialNumber revoked : played.reasons.keySet()) {
            assertThat(outside.authority().status(OutsideBench.CODE, revoked))
                    .isInstanceOf(CertificateStatus.Revoked.class);
        }
        assertThat(outside.authority().status(OutsideBench.CODE, pair.signSerial()))
                .isInstanceOf(CertificateStatus.Good.class);
        // Between its halves and after its answers an order is gone on with.
        if (last == Step.SIGNING_CONFIRMED
                || last == Step.ENCRYPTION_CONFIRMED
                || last == Step.PAIR_WRITTEN) {
            assertThat(others).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"SIGNING_BROUGHT", "SIGNING_CONFIRMED", "ENCRYPTION_ANSWERED", "PAIR_WRITTEN"})
    void when_nobody_asks_again_the_sweeper_has_every_half_revoked(Step last) throws Exception {
        PairOrder order = PlayedBench.order(bench, played);
        DyingClient.dieAt(last, bench, folder, played, order);
        outside.sweep();
        assertThat(played.reasons).as("too young to be taken for cut off").isEmpty();
        bench.clock.move(Duration.ofHours(2));
        outside.sweep();
        assertThat(played.reasons).hasSize(last == Step.PAIR_WRITTEN ? 2 : 1);
        assertThat(outside.authority().findPair(order.id())).isEmpty();
        int revoked = played.reasons.size();
        outside.issue(order);
        outside.sweep();
        assertThat(played.reasons).hasSize(revoked);
    }
}
