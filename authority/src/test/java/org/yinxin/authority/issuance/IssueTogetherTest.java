package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.pki.key.KeyAlgorithm;

/** Orders that come at the same time share transactions; none of them is worse off for it. */
class IssueTogetherTest {

    private static final int ORDERS = 24;

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

    private static List<IssuanceOutcome> issueAtOnce(List<PairOrder> orders) throws Exception {
        IssuePair issuePair = bench.cycle().issuePair();
        List<Callable<IssuanceOutcome>> calls =
                orders.stream()
                        .<Callable<IssuanceOutcome>>map(o -> () -> issuePair.issue(o))
                        .toList();
        List<IssuanceOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(orders.size())) {
            for (Future<IssuanceOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private static List<PairOrder> orders(int count) {
        List<PairOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(bench.order());
        }
        return orders;
    }

    /** How many attempts were recorded in the one transaction that recorded the most. */
    private static long mostInOneTransaction(String table) {
        return bench.count(
                "SELECT max(n) FROM (SELECT count(*) AS n FROM "
                        + table
                        + " GROUP BY xmin::text) t");
    }

    @Test
    void each_gets_its_own_pair_and_several_share_a_transaction() throws Exception {
        List<PairOrder> orders = orders(ORDERS);
        List<IssuanceOutcome> outcomes = issueAtOnce(orders);
        for (int i = 0; i < ORDERS; i++) {
            assertThat(outcomes.get(i)).isInstanceOf(Issued.class);
            assertThat(((Issued) outcomes.get(i)).pair().id()).isEqualTo(orders.get(i).id());
        }
        assertThat(mostInOneTransaction("pair_order")).isGreaterThan(1);
        Invariants.hold(bench);
    }

    @Test
    void one_whose_key_is_taken_is_refused_and_no_other() throws Exception {
        KeyPair taken = bench.sm2();
        bench.issue(bench.order(taken, bench.sm2()));
        List<PairOrder> orders = orders(ORDERS);
        orders.set(ORDERS / 2, bench.order(taken, bench.sm2()));
        List<IssuanceOutcome> outcomes = issueAtOnce(orders);
        for (int i = 0; i < ORDERS; i++) {
            if (i == ORDERS / 2) {
                assertThat(((Refused) outcomes.get(i)).reason())
                        .isEqualTo(IssuanceRefusal.KEY_ALREADY_CERTIFIED);
            } else {
                assertThat(outcomes.get(i)).isInstanceOf(Issued.class);
            }
        }
        Invariants.hold(bench);
    }

    @Test
    void an_order_that_is_asked_for_by_all_at_once_is_issued_once() throws Exception {
        List<PairOrder> orders = orders(ORDERS / 2);
        orders.addAll(List.copyOf(orders));
        List<IssuanceOutcome> outcomes = issueAtOnce(orders);
        for (int i = 0; i < ORDERS / 2; i++) {
            Issued first = (Issued) outcomes.get(i);
            Issued second = (Issued) outcomes.get(i + ORDERS / 2);
            assertThat(second.pair().signSerial()).isEqualTo(first.pair().signSerial());
        }
        Invariants.hold(bench);
    }

    @Test
    void orders_for_several_authorities_go_to_theirs() throws Exception {
        AuthorityCode other = bench.another("beside", KeyAlgorithm.SM2);
        List<PairOrder> orders = orders(ORDERS);
        for (int i = 0; i < ORDERS; i += 2) {
            PairOrder order = orders.get(i);
            orders.set(
                    i,
                    new PairOrder(
                            order.id(),
                            other,
                            order.subject(),
                            order.organisationCode(),
                            order.notBefore(),
                            order.notAfter(),
                            order.signingRequest(),
                            order.encryptionKey()));
        }
        List<IssuanceOutcome> outcomes = issueAtOnce(orders);
        for (int i = 0; i < ORDERS; i++) {
            assertThat(((Issued) outcomes.get(i)).pair().authority())
                    .isEqualTo(orders.get(i).authority());
        }
        Invariants.hold(bench);
    }

    @Test
    void a_row_that_is_refused_costs_the_others_nothing() throws Exception {
        List<PairOrder> orders = orders(ORDERS);
        PairOrder unlucky = orders.get(ORDERS / 3);
        bench.jdbc
                .sql(
                        """
                        CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF NEW.order_id = '%s' THEN
                                RAISE EXCEPTION 'there is no room for this row';
                            END IF;
                            RETURN NEW;
                        END $$
                        """
                                .formatted(unlucky.id().value()))
                .update();
        bench.jdbc
                .sql(
                        "CREATE TRIGGER refusing_one BEFORE INSERT ON issuance_intent FOR EACH ROW EXECUTE FUNCTION refuse_one()")
                .update();
        try {
            IssuePair issuePair = bench.cycle().issuePair();
            List<Callable<IssuanceOutcome>> calls =
                    orders.stream()
                            .<Callable<IssuanceOutcome>>map(o -> () -> issuePair.issue(o))
                            .toList();
            try (var threads = Executors.newFixedThreadPool(ORDERS)) {
                List<Future<IssuanceOutcome>> outcomes = threads.invokeAll(calls);
                for (int i = 0; i < ORDERS; i++) {
                    if (i == ORDERS / 3) {
                        assertThat(outcomes.get(i).exceptionNow())
                                .hasStackTraceContaining("there is no room for this row");
                    } else {
                        assertThat(outcomes.get(i).resultNow()).isInstanceOf(Issued.class);
                    }
                }
            }
        } finally {
            bench.jdbc.sql("DROP TRIGGER refusing_one ON issuance_intent").update();
            bench.jdbc.sql("DROP FUNCTION refuse_one()").update();
        }
        Invariants.hold(bench);
        bench.clock.move(Duration.ofMinutes(2));
        assertThat(bench.cycle().issuePair().issue(unlucky)).isInstanceOf(Issued.class);
    }
}
