package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.CertificateOrder;
import org.yinxin.authority.CertificateOutcome;
import org.yinxin.authority.CertificateOutcome.Issued;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/** Certificates that come alone, in the same discipline as pairs. */
class IssueCertificateTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static OpenSsl openSsl;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
        bench.another("p256", KeyAlgorithm.P256);
        bench.another("rsa2", KeyAlgorithm.RSA_2048);
        bench.another("rsa3", KeyAlgorithm.RSA_3072);
        bench.another("rsa4", KeyAlgorithm.RSA_4096);
        openSsl = new OpenSsl(folder);
    }

    @BeforeEach
    void setTheClock() {
        bench.clock.reset();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static CertificateOrder order() {
        return order(bench.code(), CertificateKind.DEVICE, bench.sm2());
    }

    private static CertificateOrder order(
            AuthorityCode authority, CertificateKind kind, KeyPair key) {
        return bench.single(UUID.randomUUID(), authority, kind, AuthorityBench.request(key));
    }

    private static CertificateOutcome issue(CertificateOrder order) {
        return bench.cycle().issueCertificate().issue(order);
    }

    private static void assertRefused(CertificateOrder order, IssuanceRefusal reason) {
        assertThat(issue(order))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "yinxin-demo,SM2",
        "p256,P256",
        "p256,RSA_2048",
        "rsa2,RSA_4096",
        "rsa3,RSA_3072",
        "rsa4,P384"
    })
    void openssl_finds_the_certificate_of_a_device_sound(String code, KeyAlgorithm algorithm) {
        AuthorityCode authority = new AuthorityCode(code);
        KeyPair key = KeyPairs.generate(algorithm, bench.random);
        CertificateOrder order = order(authority, CertificateKind.DEVICE, key);
        IssuedCertificate issued = ((Issued) issue(order)).certificate();
        openSsl.pem("x509", issued.certificate(), "device");
        openSsl.pem("x509", issued.chain().getFirst(), "issuer");
        List<String> verify =
                new ArrayList<>(
                        List.of(
                                "verify",
                                "-x509_strict",
                                "-partial_chain",
                                "-purpose",
                                "sslclient",
                                "-verify_hostname",
                                "gate-7.example.org"));
        if (algorithm.isChinese()) {
            verify.addAll(List.of("-vfyopt", "distid:1234567812345678"));
        }
        verify.addAll(List.of("-trusted", "issuer.pem", "device.pem"));
        OpenSsl.Result verified = openSsl.run(verify.toArray(String[]::new));
        assertThat(verified.output()).contains("device.pem: OK");
        assertThat(openSsl.run("x509", "-in", "device.pem", "-noout", "-text").output())
                .containsPattern("Key Usage: critical\\s+Digital Signature\n")
                .contains("TLS Web Client Authentication, TLS Web Server Authentication")
                .contains("DNS:gate-7.example.org");
        assertThat(bench.statuses().find(authority, issued.serial()))
                .isInstanceOf(CertificateStatus.Good.class);
    }

    @Test
    void an_organisations_certificate_signs_for_it() {
        CertificateOrder order = order(bench.code(), CertificateKind.ORGANISATION, bench.sm2());
        openSsl.pem("x509", ((Issued) issue(order)).certificate().certificate(), "organisation");
        assertThat(openSsl.run("x509", "-in", "organisation.pem", "-noout", "-text").output())
                .containsPattern("Key Usage: critical\\s+Digital Signature, Non Repudiation\n")
                .contains("1.2.156.10260.4.1.4")
                .doesNotContain("Extended Key Usage");
    }

    @Test
    void the_same_order_is_answered_with_the_same_certificate_and_the_journal_names_it_once()
            throws Exception {
        CertificateOrder order = order();
        List<Callable<CertificateOutcome>> askers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            askers.add(() -> issue(order));
        }
        List<SerialNumber> serials = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var each : threads.invokeAll(askers)) {
                serials.add(((Issued) each.get()).certificate().serial());
            }
        }
        assertThat(serials).hasSize(4).containsOnly(serials.getFirst());
        assertThat(
                        bench.jdbc
                                .sql(
                                        """
                                        SELECT details ->> 'device' FROM journal
                                        WHERE action = 'certificate.issued' AND subject = :subject
                                        """)
                                .param("subject", "certificate-order:" + order.id())
                                .query(String.class)
                                .list())
                .containsExactly(serials.getFirst().hex());
        assertThat(bench.cycle().certificates().find(order.id())).isPresent();
        assertThat(bench.cycle().pairs().find(new PairOrderId(order.id().value()))).isEmpty();
    }

    @Test
    void refuses_what_cannot_be_certified() {
        assertRefused(
                bench.single(UUID.randomUUID(), new byte[] {1, 2}),
                IssuanceRefusal.MALFORMED_REQUEST);
        byte[] forged = AuthorityBench.request(bench.sm2());
        forged[forged.length - 1] ^= 1;
        assertRefused(
                bench.single(UUID.randomUUID(), forged), IssuanceRefusal.BAD_REQUEST_SIGNATURE);
        assertRefused(
                order(new AuthorityCode("nobody"), CertificateKind.DEVICE, bench.sm2()),
                IssuanceRefusal.UNKNOWN_AUTHORITY);
        assertRefused(
                order(bench.rootCode(), CertificateKind.DEVICE, bench.sm2()),
                IssuanceRefusal.UNKNOWN_AUTHORITY);
        KeyPair p256 = KeyPairs.generate(KeyAlgorithm.P256, bench.random);
        assertRefused(
                order(bench.code(), CertificateKind.DEVICE, p256), IssuanceRefusal.UNSUPPORTED_KEY);
        assertRefused(
                order(new AuthorityCode("p256"), CertificateKind.DEVICE, bench.sm2()),
                IssuanceRefusal.UNSUPPORTED_KEY);
        CertificateOrder good = order();
        assertRefused(with(good, good.notBefore(), List.of()), IssuanceRefusal.VALIDITY);
        Instant late = good.notBefore().plus(Duration.ofDays(365 * 60));
        assertRefused(with(good, late, List.of()), IssuanceRefusal.VALIDITY);
        for (String name : List.of("*.example.org", "a b", "-x", "UPPER.example", "x..y")) {
            assertRefused(with(good, good.notAfter(), List.of(name)), IssuanceRefusal.LINT);
        }
        assertThat(issue(good)).isInstanceOf(Issued.class); // a refusal frees key and order
    }

    private static CertificateOrder with(
            CertificateOrder order, Instant notAfter, List<String> names) {
        return new CertificateOrder(
                order.id(),
                order.authority(),
                order.kind(),
                order.subject(),
                order.organisationCode(),
                names,
                order.notBefore(),
                notAfter,
                order.request());
    }

    @Test
    void a_key_serves_one_order_whether_alone_or_in_a_pair() {
        KeyPair key = bench.sm2();
        assertThat(issue(order(bench.code(), CertificateKind.DEVICE, key)))
                .isInstanceOf(Issued.class);
        assertRefused(
                order(bench.code(), CertificateKind.ORGANISATION, key),
                IssuanceRefusal.KEY_ALREADY_CERTIFIED);
        assertThat(bench.cycle().issuePair().issue(bench.order(key, bench.sm2())))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(IssuanceRefusal.KEY_ALREADY_CERTIFIED));
    }

    @Test
    void an_id_that_was_a_pairs_is_not_a_certificates() {
        PairOrder pair = bench.order();
        bench.issue(pair);
        assertRefused(
                bench.single(pair.id().value(), AuthorityBench.request(bench.sm2())),
                IssuanceRefusal.ORDER_MISMATCH);
        CertificateOrder single = order();
        issue(single);
        PairOrder other = bench.order();
        IssuanceOutcome outcome =
                bench.cycle()
                        .issuePair()
                        .issue(
                                new PairOrder(
                                        new PairOrderId(single.id().value()),
                                        other.authority(),
                                        other.subject(),
                                        other.organisationCode(),
                                        other.notBefore(),
                                        other.notAfter(),
                                        other.signingRequest(),
                                        other.encryptionKey()));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(IssuanceRefusal.ORDER_MISMATCH));
    }

    /** Another process dies at the step; this one starts after it, sweeps, and issues the order. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {
                "INTENT_WRITTEN",
                "INTENT_COMMITTED",
                "SIGNING_CERTIFICATE_SIGNED",
                "SIGNING_CERTIFICATE_WRITTEN",
                "JOURNAL_WRITTEN",
                "COMMITTED"
            })
    void a_death_leaves_no_certificate_or_a_whole_one(Step last) throws Exception {
        KeyPair key = bench.sm2();
        byte[] request = AuthorityBench.request(key);
        CertificateOrder order = bench.single(UUID.randomUUID(), request);
        DyingIssuer.dieAt(last, bench, order.id(), request, DyingIssuer.ALONE);
        boolean stored = last == Step.COMMITTED;
        assertThat(bench.cycle().certificates().find(order.id()).isPresent()).isEqualTo(stored);
        bench.clock.move(Duration.ofMinutes(2));
        int cutOff = last == Step.INTENT_WRITTEN || stored ? 0 : 1;
        assertThat(bench.cycle().sweepIntents().sweep()).isEqualTo(cutOff);
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM journal WHERE action = 'certificate.swept'
                                    AND subject = 'certificate-order:%s'
                                """
                                        .formatted(order.id())))
                .isEqualTo(cutOff);
        assertThat(issue(order)).isInstanceOf(Issued.class);
    }

    @Test
    void the_second_look_asks_for_the_machine_and_finds_nothing_else() {
        issue(order());
        List<String> objections = new ArrayList<>();
        var checked =
                bench.checkIssued()
                        .check(
                                Instant.EPOCH,
                                bench.clock.instant().plus(Duration.ofDays(1)),
                                (_, _, _) -> Optional.empty(),
                                objection -> objections.add(objection.toString()));
        assertThat(objections)
                .isNotEmpty()
                .allMatch(each -> each.endsWith(": was ordered by no registered machine"));
        assertThat(checked.certificates()).isGreaterThan(10);
    }
}
