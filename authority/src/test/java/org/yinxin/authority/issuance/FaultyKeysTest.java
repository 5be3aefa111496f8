package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Where the key store does not do what it should. */
class FaultyKeysTest {

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

    private static IssuanceCycle cycle(AuthorityKeys keys) {
        IssuanceCycle.Means means = bench.means(Duration.ofMinutes(1));
        return IssuanceCycle.of(
                new IssuanceCycle.Means(
                        means.jdbc(),
                        means.transaction(),
                        means.journal(),
                        means.authorities(),
                        keys,
                        means.addresses(),
                        means.profiles(),
                        means.random(),
                        means.uuids(),
                        means.clock(),
                        means.grace(),
                        means.shards()));
    }

    @Test
    void a_device_that_does_not_answer_costs_a_while_and_not_the_order() {
        PairOrder order = bench.order();
        assertThat(cycle(new AwayKeys()).issuePair().issue(order))
                .isEqualTo(
                        new IssuanceOutcome.Refused(
                                IssuanceRefusal.UNREACHABLE, "The token is away; connect it."));
        assertThat(bench.cycle().pairs().find(order.id())).isEmpty();
        bench.clock.move(Duration.ofMinutes(2));
        assertThat(bench.cycle().issuePair().issue(order))
                .isInstanceOf(IssuanceOutcome.Issued.class);
        assertThat(attempts(order)).isEqualTo(2);
    }

    @Test
    void throws_away_a_signature_over_anything_else_than_the_intent() {
        SigningKey stranger = new SoftwareSigningKey(bench.sm2());
        IssuanceCycle cycle = cycle(new ForeignKeys(stranger));
        PairOrder order = bench.order();
        assertThatIllegalStateException().isThrownBy(() -> cycle.issuePair().issue(order));
        assertThat(bench.cycle().pairs().find(order.id())).isEmpty();
    }

    private static long attempts(PairOrder order) {
        return bench.jdbc
                .sql("SELECT count(*) FROM issuance_intent WHERE order_id = :order")
                .param("order", order.id().value())
                .query(Long.class)
                .single();
    }
}
