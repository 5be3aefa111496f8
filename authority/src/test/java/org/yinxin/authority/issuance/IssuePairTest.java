package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

class IssuePairTest {

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

    private static IssuanceOutcome issue(PairOrder order) {
        return bench.cycle().issuePair().issue(order);
    }

    private static void assertRefused(PairOrder order, IssuanceRefusal reason) {
        assertThat(issue(order))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(reason);
        assertThat(bench.cycle().pairs().find(order.id())).isEmpty();
    }

    /** Valid from the beginning of a second: certificates know no smaller parts. */
    private static PairOrder order(AuthorityCode authority, Duration validity) {
        PairOrder sound = bench.order();
        Instant notBefore = sound.notBefore().truncatedTo(ChronoUnit.SECONDS);
        return new PairOrder(
                sound.id(),
                authority,
                sound.subject(),
                sound.organisationCode(),
                notBefore,
                notBefore.plus(validity),
                sound.signingRequest(),
                sound.encryptionKey());
    }

    private static PairOrder order(PairOrderId id, String organisationCode, byte[] request) {
        PairOrder sound = bench.order();
        return new PairOrder(
                id,
                sound.authority(),
                sound.subject(),
                organisationCode,
                sound.notBefore(),
                sound.notAfter(),
                request,
                sound.encryptionKey());
    }

    private static PairOrder orderWithRequest(byte[] request) {
        return order(new PairOrderId(UUID.randomUUID()), AuthorityBench.ORGANISATION_CODE, request);
    }

    @Test
    void stores_a_whole_pair_with_statuses_record_and_journal() throws MalformedDerException {
        PairOrder order = bench.order();
        IssuedPair pair = bench.issue(order);
        SignedCertificate signing = SignedCertificate.parse(pair.signCertificate());
        SignedCertificate encryption = SignedCertificate.parse(pair.encryptionCertificate());
        assertThat(signing.tbs().serial()).isEqualTo(pair.signSerial());
        assertThat(encryption.tbs().serial()).isEqualTo(pair.encryptionSerial());
        assertThat(signing.isSignedBy(bench.issuing().verificationKey())).isTrue();
        assertThat(encryption.isSignedBy(bench.issuing().verificationKey())).isTrue();
        assertThat(pair.chain()).hasSize(2);
        for (var serial : List.of(pair.signSerial(), pair.encryptionSerial())) {
            assertThat(bench.statuses().find(bench.code(), serial))
                    .isEqualTo(new CertificateStatus.Good());
        }
        assertThat(
                        bench.jdbc
                                .sql("SELECT action FROM journal WHERE subject = :subject")
                                .param("subject", "pair-order:" + order.id())
                                .query(String.class)
                                .list())
                .containsExactly("pair.issued");
    }

    @Test
    void answers_the_same_pair_for_the_same_order() {
        PairOrder order = bench.order();
        IssuedPair first = bench.issue(order);
        bench.clock.move(Duration.ofMinutes(5));
        IssuedPair again = bench.issue(order);
        assertThat(again.signCertificate()).isEqualTo(first.signCertificate());
        assertThat(again.encryptionCertificate()).isEqualTo(first.encryptionCertificate());
        assertThat(bench.authority().findPair(order.id()))
                .hasValueSatisfying(
                        found -> assertThat(found.signSerial()).isEqualTo(first.signSerial()));
    }

    @Test
    void concurrent_calls_for_one_order_make_one_pair() throws Exception {
        PairOrder order = bench.order();
        int callers = 6;
        CyclicBarrier start = new CyclicBarrier(callers);
        List<Callable<IssuanceOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(
                    () -> {
                        start.await();
                        return issue(order);
                    });
        }
        List<byte[]> certificates = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (Future<IssuanceOutcome> outcome : threads.invokeAll(calls)) {
                certificates.add(((Issued) outcome.get()).pair().signCertificate());
            }
        }
        assertThat(certificates)
                .allSatisfy(each -> assertThat(each).isEqualTo(certificates.get(0)));
        assertThat(attempts(order)).isEqualTo(1);
    }

    @Test
    void concurrent_orders_for_one_key_make_one_pair() throws Exception {
        KeyPair key = bench.sm2();
        List<Callable<IssuanceOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            PairOrder order = bench.order(key, bench.sm2());
            calls.add(() -> issue(order));
        }
        int issued = 0;
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<IssuanceOutcome> outcome : threads.invokeAll(calls)) {
                switch (outcome.get()) {
                    case Issued _ -> issued++;
                    case Refused(IssuanceRefusal reason, String _) ->
                            assertThat(reason).isEqualTo(IssuanceRefusal.KEY_ALREADY_CERTIFIED);
                }
            }
        }
        assertThat(issued).isEqualTo(1);
    }

    @Test
    void refuses_a_key_that_is_certified_for_another_order() {
        KeyPair signing = bench.sm2();
        KeyPair encryption = bench.sm2();
        bench.issue(bench.order(signing, encryption));
        assertRefused(bench.order(signing, bench.sm2()), IssuanceRefusal.KEY_ALREADY_CERTIFIED);
        assertRefused(bench.order(bench.sm2(), encryption), IssuanceRefusal.KEY_ALREADY_CERTIFIED);
        assertRefused(bench.order(encryption, bench.sm2()), IssuanceRefusal.KEY_ALREADY_CERTIFIED);
    }

    @Test
    void a_refusal_for_a_taken_key_writes_nothing_at_all() {
        KeyPair signing = bench.sm2();
        bench.issue(bench.order(signing, bench.sm2()));
        KeyPair encryption = bench.sm2();
        PairOrder refused = bench.order(signing, encryption);
        assertRefused(refused, IssuanceRefusal.KEY_ALREADY_CERTIFIED);
        assertThat(attempts(refused)).isZero();
        // The other key of the refused order is still free.
        bench.issue(bench.order(bench.sm2(), encryption));
    }

    @Test
    void refuses_the_key_of_an_authority() {
        byte[] request = AuthorityBench.request(bench.sm2());
        PairOrder order =
                new PairOrder(
                        new PairOrderId(UUID.randomUUID()),
                        bench.code(),
                        AuthorityBench.subject(),
                        null,
                        bench.clock.instant(),
                        bench.clock.instant().plusSeconds(60),
                        request,
                        bench.issuing().verificationKey());
        assertRefused(order, IssuanceRefusal.KEY_ALREADY_CERTIFIED);
    }

    @Test
    void refuses_one_key_for_both_certificates() {
        KeyPair both = bench.sm2();
        PairOrder order = bench.order(both, both);
        assertRefused(order, IssuanceRefusal.LINT);
        // Nothing was signed, so the key is free again, and so is the order.
        bench.issue(bench.order(both, bench.sm2()));
    }

    @Test
    void refuses_a_key_that_is_printed_in_a_standard() {
        KeyPair printed =
                KeyPairs.sm2(
                        new BigInteger(
                                "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
                                16));
        assertRefused(bench.order(printed, bench.sm2()), IssuanceRefusal.WEAK_KEY);
        KeyPair tiny = KeyPairs.sm2(BigInteger.TWO);
        assertRefused(bench.order(tiny, bench.sm2()), IssuanceRefusal.WEAK_KEY);
    }

    @Test
    void refuses_keys_of_another_algorithm() {
        for (KeyAlgorithm algorithm : List.of(KeyAlgorithm.P256, KeyAlgorithm.RSA_2048)) {
            KeyPair other = KeyPairs.generate(algorithm, bench.random);
            assertRefused(bench.order(other, bench.sm2()), IssuanceRefusal.UNSUPPORTED_KEY);
            assertRefused(bench.order(bench.sm2(), other), IssuanceRefusal.UNSUPPORTED_KEY);
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa:1024, WEAK_KEY", "rsa:2048, UNSUPPORTED_KEY", "ec:secp256k1, UNSUPPORTED_KEY"})
    void refuses_requests_that_openssl_made_with_unfit_keys(String kind, IssuanceRefusal reason) {
        OpenSsl openSsl = new OpenSsl(folder);
        String[] key =
                kind.startsWith("rsa")
                        ? new String[] {"-newkey", kind}
                        : new String[] {
                            "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:" + kind.substring(3)
                        };
        String[] command = {
            "req", "-new", "-noenc", "-subj", "/CN=x", "-keyout", "key.pem", key[0], key[1]
        };
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(key).subList(2, key.length));
        byte[] request =
                openSsl.run(all.toArray(String[]::new))
                        .output()
                        .replaceFirst("(?s)^.*?(?=-----BEGIN CERT)", "")
                        .getBytes(StandardCharsets.US_ASCII);
        assertRefused(orderWithRequest(request), reason);
    }

    @Test
    void refuses_requests_that_prove_nothing() {
        assertRefused(
                orderWithRequest("nonsense".getBytes(StandardCharsets.US_ASCII)),
                IssuanceRefusal.MALFORMED_REQUEST);
        byte[] tampered = AuthorityBench.request(bench.sm2());
        tampered[tampered.length - 1] ^= 1;
        assertRefused(orderWithRequest(tampered), IssuanceRefusal.BAD_REQUEST_SIGNATURE);
    }

    @Test
    void refuses_authorities_that_do_not_exist_or_serve_no_subscribers() {
        assertRefused(
                order(new AuthorityCode("nobody"), Duration.ofDays(1)),
                IssuanceRefusal.UNKNOWN_AUTHORITY);
        assertRefused(
                order(bench.rootCode(), Duration.ofDays(1)), IssuanceRefusal.UNKNOWN_AUTHORITY);
    }

    @Test
    void refuses_validities_that_are_empty_or_outlive_the_authority() {
        assertRefused(order(bench.code(), Duration.ZERO), IssuanceRefusal.VALIDITY);
        assertRefused(order(bench.code(), Duration.ofMillis(999)), IssuanceRefusal.VALIDITY);
        assertRefused(order(bench.code(), Duration.ofDays(9000)), IssuanceRefusal.VALIDITY);
    }

    private static PairOrder ofCode(String code) {
        return order(new PairOrderId(UUID.randomUUID()), code, AuthorityBench.request(bench.sm2()));
    }

    @Test
    void refuses_organisation_codes_that_are_none() {
        for (String code : List.of("", "统一")) {
            assertRefused(ofCode(code), IssuanceRefusal.PROFILE);
        }
        for (String code : List.of("123", "91150100ma0t0045x0")) {
            assertRefused(ofCode(code), IssuanceRefusal.LINT);
        }
    }

    @Test
    void refuses_an_order_id_that_was_issued_with_other_content() {
        PairOrder order = bench.order();
        bench.issue(order);
        assertThat(
                        issue(
                                order(
                                        order.id(),
                                        AuthorityBench.ORGANISATION_CODE,
                                        AuthorityBench.request(bench.sm2()))))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(IssuanceRefusal.ORDER_MISMATCH);
    }

    @Test
    void a_refusal_by_lint_is_journalled_and_its_serials_are_spent_but_unknown() {
        KeyPair both = bench.sm2();
        PairOrder order = bench.order(both, both);
        assertRefused(order, IssuanceRefusal.LINT);
        assertThat(
                        bench.jdbc
                                .sql(
                                        """
                                        SELECT count(*) FROM intended_certificate c
                                        JOIN issuance_intent i ON i.id = c.intent
                                        LEFT JOIN certificate_status s
                                            ON s.authority = c.authority AND s.serial = c.serial
                                        WHERE i.order_id = :order AND i.state = 'REFUSED'
                                            AND s.serial IS NULL
                                        """)
                                .param("order", order.id().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
        assertThat(
                        bench.jdbc
                                .sql("SELECT details->>'rules' FROM journal WHERE subject = :s")
                                .param("s", "pair-order:" + order.id())
                                .query(String.class)
                                .single())
                .isEqualTo("PairIsTwins");
    }

    private static long attempts(PairOrder order) {
        return bench.jdbc
                .sql("SELECT count(*) FROM issuance_intent WHERE order_id = :order")
                .param("order", order.id().value())
                .query(Long.class)
                .single();
    }
}
