package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.store.postgres.DatabaseServer;

/** The database is out of reach for ten seconds while pairs are ordered, and comes back. */
class DatabaseGoneTest {

    private static final int CLIENTS = 4;

    private final Map<PairOrder, IssuedPair> answered = new ConcurrentHashMap<>();
    private final Map<PairOrder, Boolean> unanswered = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch before = new CountDownLatch(CLIENTS);
    private final CountDownLatch after = new CountDownLatch(CLIENTS);
    private volatile boolean isBack;

    @Test
    void what_was_answered_is_there_and_the_rest_can_be_ordered_again(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (AuthorityBench bench = new AuthorityBench(folder);
                Cable cable = new Cable(port(bench.server));
                AuthorityBench far = new AuthorityBench(through(bench.server, cable), folder);
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1)) {
            IssuePair issuePair = far.cycle().issuePair();
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> orderUntilOver(far, issuePair));
            }
            assertThat(before.await(5, TimeUnit.MINUTES)).isTrue();
            PairOrder cutOff = far.order();
            CountDownLatch isWritten = new CountDownLatch(1);
            CountDownLatch isCut = new CountDownLatch(1);
            IssuePair slow = cycle(far, isWritten, isCut).issuePair();
            clients.execute(() -> order(slow, cutOff));
            assertThat(isWritten.await(5, TimeUnit.MINUTES)).isTrue();
            cable.cut();
            isCut.countDown();
            Thread.sleep(Duration.ofSeconds(10));
            cable.mend();
            isBack = true;
            assertThat(after.await(5, TimeUnit.MINUTES)).as("all issue again").isTrue();
            over.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();

            Invariants.hold(bench);
            answered.forEach(
                    (order, pair) ->
                            assertThat(bench.cycle().pairs().find(order.id()).orElseThrow())
                                    .extracting(
                                            IssuedPair::signSerial, IssuedPair::encryptionSerial)
                                    .containsExactly(pair.signSerial(), pair.encryptionSerial()));
            assertThat(unanswered).containsKey(cutOff);
            bench.clock.move(Duration.ofHours(1));
            bench.cycle().sweepIntents().sweep();
            unanswered
                    .keySet()
                    .forEach(
                            order ->
                                    assertThat(bench.cycle().issuePair().issue(order))
                                            .isInstanceOf(Issued.class));
            Invariants.hold(bench);
        }
    }

    private void orderUntilOver(AuthorityBench far, IssuePair issuePair) {
        boolean counted = false;
        while (!over.get()) {
            boolean late = isBack;
            if (order(issuePair, far.order())) {
                before.countDown();
                if (late && !counted) {
                    counted = true;
                    after.countDown();
                }
            }
        }
    }

    /** Whether it was answered with a pair. */
    private boolean order(IssuePair issuePair, PairOrder order) {
        try {
            if (issuePair.issue(order) instanceof Issued(IssuedPair pair)) {
                answered.put(order, pair);
                return true;
            }
        } catch (RuntimeException e) {
            // as good as no answer
        }
        unanswered.put(order, true);
        return false;
    }

    /** One whose transaction is open when the cable is cut: whatever else is on its way may be lucky. */
    private static IssuanceCycle cycle(
            AuthorityBench far, CountDownLatch isWritten, CountDownLatch isCut) {
        return IssuanceCycle.of(
                far.means(Duration.ofMinutes(1)),
                step -> {
                    if (step == Step.INTENT_WRITTEN) {
                        isWritten.countDown();
                        try {
                            isCut.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
    }

    private static int port(DatabaseServer server) {
        return URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private static DatabaseServer through(DatabaseServer server, Cable cable) {
        return new DatabaseServer(
                server.jdbcUrl().replace(":" + port(server) + "/", ":" + cable.port() + "/"),
                server.user(),
                server.password());
    }
}
