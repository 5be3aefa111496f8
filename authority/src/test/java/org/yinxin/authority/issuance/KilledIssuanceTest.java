package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SerialNumber;

/** Another process dies at each step; this one starts after it, sweeps, and issues the order. */
class KilledIssuanceTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
    }

    // The process that dies has the real time.
    @BeforeEach
    void setTheClock() {
        bench.clock.reset();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void leaves_no_half_pair_no_unrecorded_certificate_and_an_order_that_can_be_issued(Step last)
            throws Exception {
        KeyPair signing = bench.sm2();
        KeyPair encryption = bench.sm2();
        PairOrder order = bench.order(signing, encryption);
        dieAt(last, order);

        List<SerialNumber> spent = serials(order);
        boolean intentIsThere = last.compareTo(Step.INTENT_COMMITTED) >= 0;
        boolean pairIsThere = last == Step.COMMITTED;
        assertThat(spent).hasSize(intentIsThere ? 2 : 0);
        assertThat(certificates(order)).isEqualTo(pairIsThere ? 2 : 0);
        assertThat(spent)
                .allSatisfy(
                        serial ->
                                assertThat(bench.statuses().find(bench.code(), serial))
                                        .isInstanceOf(
                                                pairIsThere
                                                        ? CertificateStatus.Good.class
                                                        : CertificateStatus.Unknown.class));

        // Too young to be taken for cut off.
        assertThat(bench.cycle().sweepIntents().sweep()).isZero();
        bench.clock.move(Duration.ofMinutes(2));
        int cutOff = intentIsThere && !pairIsThere ? 1 : 0;
        assertThat(bench.cycle().sweepIntents().sweep()).isEqualTo(cutOff);
        assertThat(bench.cycle().sweepIntents().sweep()).isZero();
        if (cutOff == 1) {
            assertThat(spent)
                    .allSatisfy(
                            serial ->
                                    assertThat(bench.statuses().find(bench.code(), serial))
                                            .isInstanceOf(CertificateStatus.Revoked.class));
        }

        Issued issued = (Issued) bench.cycle().issuePair().issue(order);
        List<SerialNumber> now =
                List.of(issued.pair().signSerial(), issued.pair().encryptionSerial());
        if (pairIsThere) {
            assertThat(spent).containsExactlyInAnyOrderElementsOf(now);
        } else {
            assertThat(spent).doesNotContainAnyElementsOf(now);
        }
        assertThat(certificates(order)).isEqualTo(2);
        Invariants.hold(bench);
    }

    private static void dieAt(Step last, PairOrder order) throws IOException, InterruptedException {
        DyingIssuer.dieAt(
                last,
                bench,
                order.id(),
                order.signingRequest(),
                HexFormat.of().formatHex(order.encryptionKey().getEncoded()));
    }

    private static List<SerialNumber> serials(PairOrder order) {
        return bench.jdbc
                .sql(
                        """
                        SELECT c.serial FROM intended_certificate c
                        JOIN issuance_intent i ON i.id = c.intent WHERE i.order_id = :order
                        """)
                .param("order", order.id().value())
                .query((row, number) -> SerialNumber.ofOctets(row.getBytes("serial")))
                .list();
    }

    private static long certificates(PairOrder order) {
        return bench.jdbc
                .sql(
                        """
                        SELECT count(*) FROM intended_certificate n
                        JOIN issuance_intent i ON i.id = n.intent
                        JOIN certificate c ON c.authority = n.authority AND c.serial = n.serial
                        WHERE i.order_id = :order
                        """)
                .param("order", order.id().value())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"INTENT_COMMITTED", "ENCRYPTION_CERTIFICATE_SIGNED"})
    void the_order_itself_sweeps_what_is_old_enough(Step last) throws Exception {
        PairOrder order = bench.order();
        dieAt(last, order);
        bench.clock.move(Duration.ofMinutes(2));
        assertThat(bench.cycle().issuePair().issue(order)).isInstanceOf(Issued.class);
        assertThat(serials(order)).hasSize(4);
        Invariants.hold(bench);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = "SIGNING_CERTIFICATE_SIGNED")
    void a_fresh_attempt_may_use_other_keys(Step last) throws Exception {
        PairOrder order = bench.order();
        dieAt(last, order);
        bench.clock.move(Duration.ofMinutes(2));
        PairOrder again = bench.order();
        PairOrder sameId =
                new PairOrder(
                        new PairOrderId(UUID.fromString(order.id().toString())),
                        again.authority(),
                        again.subject(),
                        again.organisationCode(),
                        again.notBefore(),
                        again.notAfter(),
                        again.signingRequest(),
                        again.encryptionKey());
        assertThat(bench.cycle().issuePair().issue(sameId)).isInstanceOf(Issued.class);
        // The keys of the first attempt may have been signed for, so they stay taken.
        PairOrder other =
                new PairOrder(
                        new PairOrderId(UUID.randomUUID()),
                        order.authority(),
                        order.subject(),
                        order.organisationCode(),
                        order.notBefore(),
                        order.notAfter(),
                        order.signingRequest(),
                        bench.sm2().getPublic());
        assertThat(bench.cycle().issuePair().issue(other)).isNotInstanceOf(Issued.class);
    }
}
