package org.yinxin.authority.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.StatusChangeId;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.SignedCrl;

class ChangePairStatusTest {

    private static final PairDeed HOLD = new PairDeed.Hold();
    private static final PairDeed RESUME = new PairDeed.Resume();
    private static final PairDeed REVOKE = new PairDeed.Revoke(RevocationReason.KEY_COMPROMISE);
    private static final PairDeed SUPERSEDE = new PairDeed.Revoke(RevocationReason.SUPERSEDED);

    /** An issued pair and the order that it was issued for. */
    private record Given(PairOrderId id, IssuedPair pair) {}

    @TempDir private static Path folder;
    private static AuthorityBench bench;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static Given given() {
        PairOrder order = bench.order();
        return new Given(order.id(), bench.issue(order));
    }

    private static Instant done(PairOrderId pair, PairDeed deed) {
        return ((PairStatusOutcome.Done) bench.change(pair, deed)).at();
    }

    private static List<CertificateStatus> statuses(Given given) {
        return List.of(
                bench.statuses().find(bench.code(), given.pair().signSerial()),
                bench.statuses().find(bench.code(), given.pair().encryptionSerial()));
    }

    private static List<CrlEntry> listed(Given given) throws Exception {
        byte[] crl = bench.crl(CrlSeries.full(bench.code()));
        return SignedCrl.parse(crl).entries().stream()
                .filter(
                        entry ->
                                entry.serial().equals(given.pair().signSerial())
                                        || entry.serial().equals(given.pair().encryptionSerial()))
                .toList();
    }

    @Test
    void revokes_both_halves_for_the_same_time_and_reason() throws Exception {
        Given given = given();
        Instant at = done(given.id(), REVOKE);
        assertThat(statuses(given))
                .containsOnly(new CertificateStatus.Revoked(at, RevocationReason.KEY_COMPROMISE));
        assertThat(listed(given)).hasSize(2).allMatch(entry -> entry.reason() == 1);
    }

    @Test
    void revoking_again_for_the_same_reason_is_done_since_the_first_time() {
        Given given = given();
        Instant at = done(given.id(), REVOKE);
        bench.clock.move(Duration.ofMinutes(1));
        assertThat(done(given.id(), REVOKE)).isEqualTo(at);
        assertThat(bench.change(given.id(), SUPERSEDE))
                .isEqualTo(new PairStatusOutcome.Final(at, RevocationReason.KEY_COMPROMISE));
    }

    @Test
    void a_held_pair_is_listed_as_held_and_a_resumed_one_is_not_listed() throws Exception {
        Given given = given();
        Instant at = done(given.id(), HOLD);
        assertThat(statuses(given)).containsOnly(new CertificateStatus.Held(at));
        assertThat(listed(given)).hasSize(2).allMatch(entry -> entry.reason() == 6);
        done(given.id(), RESUME);
        assertThat(statuses(given)).containsOnly(new CertificateStatus.Good());
        assertThat(listed(given)).isEmpty();
    }

    @Test
    void holding_again_keeps_the_first_time() {
        Given given = given();
        Instant at = done(given.id(), HOLD);
        bench.clock.move(Duration.ofMinutes(1));
        assertThat(done(given.id(), HOLD)).isEqualTo(at);
    }

    @Test
    void refuses_to_resume_what_is_not_held() {
        Given given = given();
        assertThat(bench.change(given.id(), RESUME)).isEqualTo(new PairStatusOutcome.NotHeld());
        done(given.id(), HOLD);
        done(given.id(), RESUME);
        assertThat(bench.change(given.id(), RESUME)).isEqualTo(new PairStatusOutcome.NotHeld());
    }

    @Test
    void a_final_revocation_is_never_undone() {
        Given given = given();
        Instant at = done(given.id(), SUPERSEDE);
        PairStatusOutcome refused = new PairStatusOutcome.Final(at, RevocationReason.SUPERSEDED);
        assertThat(bench.change(given.id(), HOLD)).isEqualTo(refused);
        assertThat(bench.change(given.id(), RESUME)).isEqualTo(refused);
        assertThat(statuses(given))
                .containsOnly(new CertificateStatus.Revoked(at, RevocationReason.SUPERSEDED));
    }

    @Test
    void revoking_what_is_held_counts_from_the_hold() {
        Given given = given();
        Instant held = done(given.id(), HOLD);
        bench.clock.move(Duration.ofDays(2));
        assertThat(done(given.id(), REVOKE)).isEqualTo(held);
        assertThat(statuses(given))
                .containsOnly(new CertificateStatus.Revoked(held, RevocationReason.KEY_COMPROMISE));
    }

    @Test
    void the_other_half_follows_one_that_was_revoked_by_itself() {
        Given given = given();
        bench.revokeCertificate()
                .revoke(
                        bench.code(),
                        given.pair().signSerial(),
                        RevocationReason.AFFILIATION_CHANGED);
        assertThat(bench.change(given.id(), HOLD)).isInstanceOf(PairStatusOutcome.Final.class);
        done(given.id(), REVOKE);
        assertThat(statuses(given))
                .extracting(status -> ((CertificateStatus.Revoked) status).reason())
                .containsExactly(
                        RevocationReason.AFFILIATION_CHANGED, RevocationReason.KEY_COMPROMISE);
    }

    @Test
    void refuses_a_pair_that_was_never_issued() {
        assertThat(bench.change(new PairOrderId(UUID.randomUUID()), REVOKE))
                .isEqualTo(new PairStatusOutcome.NeverIssued());
    }

    @Test
    void a_request_that_is_repeated_is_answered_and_not_done_again() {
        Given given = given();
        PairStatusChange hold =
                new PairStatusChange(new StatusChangeId(UUID.randomUUID()), given.id(), HOLD);
        PairStatusOutcome first = bench.changePairStatus().change(hold);
        done(given.id(), RESUME);
        // The answer to the first request was lost; its repetition comes after the resumption.
        assertThat(bench.changePairStatus().change(hold)).isEqualTo(first);
        assertThat(statuses(given)).containsOnly(new CertificateStatus.Good());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                bench.changePairStatus()
                                        .change(
                                                new PairStatusChange(
                                                        hold.id(), given.id(), REVOKE)));
    }

    @Test
    void requests_at_the_same_moment_leave_both_halves_alike() throws Exception {
        Given given = given();
        List<Callable<PairStatusOutcome>> work = new ArrayList<>();
        for (PairDeed deed : List.of(HOLD, RESUME, HOLD, RESUME, HOLD, RESUME)) {
            work.add(() -> bench.change(given.id(), deed));
        }
        try (var nodes = Executors.newFixedThreadPool(work.size())) {
            for (var made : nodes.invokeAll(work)) {
                assertThat(made.get())
                        .isInstanceOfAny(
                                PairStatusOutcome.Done.class, PairStatusOutcome.NotHeld.class);
            }
        }
        List<CertificateStatus> both = statuses(given);
        assertThat(both.getFirst()).isEqualTo(both.getLast());
    }

    @Test
    void each_change_is_in_the_journal() {
        Given given = given();
        done(given.id(), HOLD);
        done(given.id(), REVOKE);
        assertThat(
                        bench.jdbc
                                .sql(
                                        "SELECT action FROM journal WHERE subject = :subject ORDER BY id")
                                .param("subject", "pair-order:" + given.id())
                                .query(String.class)
                                .list())
                .containsExactly("pair.issued", "pair.held", "pair.revoked");
    }
}
