package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.pki.crl.SignedCrl;

class SweepIntentsTest {

    /** Stands for a process that ends at a step; here it only leaves the call. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

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

    private IssuanceCycle cycle(Checkpoint checkpoint) {
        return IssuanceCycle.of(bench.means(Duration.ofMinutes(1)), checkpoint);
    }

    private void cutOff(PairOrder order, Step at) {
        Checkpoint leave =
                step -> {
                    if (step == at) {
                        throw new CutOff();
                    }
                };
        try {
            cycle(leave).issuePair().issue(order);
        } catch (CutOff expected) {
            return;
        }
        throw new AssertionError("was not cut off");
    }

    @Test
    void an_attempt_that_is_swept_while_it_is_slow_stores_nothing() {
        long before = certificates();
        PairOrder order = bench.order();
        Checkpoint slow =
                step -> {
                    if (step == Step.COMPARED) {
                        bench.clock.move(Duration.ofMinutes(2));
                        assertThat(bench.cycle().sweepIntents().sweep()).isPositive();
                    }
                };
        IssuanceOutcome outcome = cycle(slow).issuePair().issue(order);
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(IssuanceRefusal.IN_PROGRESS);
        assertThat(certificates()).isEqualTo(before);
        assertThat(bench.cycle().issuePair().issue(order)).isInstanceOf(Issued.class);
    }

    @Test
    void an_order_that_was_just_cut_off_is_in_progress() {
        PairOrder order = bench.order();
        cutOff(order, Step.LINTED);
        assertThat(bench.cycle().issuePair().issue(order))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(IssuanceRefusal.IN_PROGRESS);
    }

    @Test
    void several_nodes_sweep_each_attempt_once() throws Exception {
        sweepTheRest();
        int attempts = 12;
        int revoked = entries().size();
        long journalled = journalled();
        for (int i = 0; i < attempts; i++) {
            cutOff(bench.order(), Step.INTENT_COMMITTED);
        }
        bench.clock.move(Duration.ofMinutes(2));
        Callable<Integer> sweep = () -> bench.cycle().sweepIntents().sweep();
        int swept = 0;
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> node : nodes.invokeAll(List.of(sweep, sweep, sweep, sweep))) {
                swept += node.get();
            }
        }
        assertThat(swept).isEqualTo(attempts);
        assertThat(entries()).hasSize(revoked + 2 * attempts);
        assertThat(journalled()).isEqualTo(journalled + attempts);
    }

    @Test
    void swept_serials_are_in_the_next_crl() throws Exception {
        sweepTheRest();
        int before = entries().size();
        cutOff(bench.order(), Step.ENCRYPTION_CERTIFICATE_SIGNED);
        bench.clock.move(Duration.ofMinutes(2));
        bench.cycle().sweepIntents().sweep();
        assertThat(entries()).hasSize(before + 2);
    }

    private static void sweepTheRest() {
        bench.clock.move(Duration.ofMinutes(2));
        bench.cycle().sweepIntents().sweep();
    }

    private static long certificates() {
        return bench.count("SELECT count(*) FROM certificate");
    }

    private static long journalled() {
        return bench.count("SELECT count(*) FROM journal WHERE action = 'pair.swept'");
    }

    private List<?> entries() throws Exception {
        byte[] crl = bench.crl(CrlSeries.full(bench.code()));
        return SignedCrl.parse(crl).entries();
    }
}
