package org.yinxin.authority.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.OpenSsl;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.KeyAlgorithm;

class RollOverRespondersTest {

    @TempDir private Path folder;
    private AuthorityBench bench;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<DelegatedResponder> valid() {
        return new DelegatedResponderTable(bench.jdbc).valid(bench.code(), bench.clock.instant());
    }

    @Test
    void each_authority_gets_one_and_no_second_before_it_is_half_over() {
        assertThat(bench.rollOverResponders().rollOver()).isEqualTo(2); // the root has one too
        assertThat(bench.rollOverResponders().rollOver()).isZero();
        bench.clock.move(Duration.ofDays(14));
        assertThat(bench.rollOverResponders().rollOver()).isZero();
        bench.clock.move(Duration.ofDays(2));
        assertThat(bench.rollOverResponders().rollOver()).isEqualTo(2);
        assertThat(valid()).hasSize(2);
        assertThat(valid().getFirst().certificate().tbs().notAfter())
                .isAfter(valid().getLast().certificate().tbs().notAfter());
        assertThat(bench.count("SELECT count(*) FROM journal WHERE action = 'responder.certified'"))
                .isEqualTo(4);
    }

    @Test
    void it_never_outlives_its_authority() {
        Instant end = bench.issuing().certificate().tbs().notAfter();
        bench.clock.move(Duration.between(bench.clock.instant(), end.minus(Duration.ofDays(3))));
        bench.rollOverResponders().rollOver();
        assertThat(valid().getFirst().certificate().tbs().notAfter()).isEqualTo(end);
        bench.clock.move(Duration.ofDays(4));
        assertThat(bench.rollOverResponders().rollOver()).isZero(); // the root has a valid one
        assertThat(valid()).isEmpty();
    }

    @Test
    void of_several_nodes_one_certifies() throws Exception {
        List<Callable<Integer>> nodes =
                Collections.nCopies(4, () -> bench.rollOverResponders().rollOver());
        int certified = 0;
        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            // The first makes the password of the folder.
            bench.another("p256", KeyAlgorithm.P256);
            bench.rollOverResponders().rollOver();
            bench.clock.move(Duration.ofDays(16));
            for (Future<Integer> each : threads.invokeAll(nodes)) {
                certified += each.get();
            }
        }
        assertThat(certified).isEqualTo(4);
        assertThat(valid()).hasSize(2);
    }

    @Test
    void the_newest_signs_whose_key_is_here() throws Exception {
        bench.rollOverResponders().rollOver();
        bench.clock.move(Duration.ofDays(16));
        bench.rollOverResponders().rollOver();
        DelegatedResponder newest = valid().getFirst();
        Path key = bench.responderFolder().resolve(newest.key().value() + ".p12");
        Path elsewhere = Files.move(key, folder.resolve("elsewhere.p12"));
        assertThat(bench.delegatedResponders().of(bench.issuing())).isPresent();
        Files.move(elsewhere, key);
        assertThat(bench.delegatedResponders().of(bench.issuing())).isPresent();
        try (Stream<Path> files = Files.list(bench.responderFolder())) {
            files.filter(file -> file.toString().endsWith(".p12"))
                    .forEach(RollOverRespondersTest::delete);
        }
        assertThat(bench.delegatedResponders().of(bench.issuing())).isEmpty();
    }

    @Test
    void who_is_over_signs_no_more() {
        bench.rollOverResponders().rollOver();
        DelegatedResponders responders = bench.delegatedResponders();
        assertThat(responders.of(bench.issuing())).isPresent();
        bench.clock.move(Duration.ofDays(31));
        assertThat(responders.of(bench.issuing())).isEmpty();
    }

    @Test
    void cut_off_before_the_end_nothing_is_on_record_and_the_next_time_is_whole() {
        bench.jdbc
                .sql(
                        """
                        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN RAISE EXCEPTION 'cut off'; END $$
                        """)
                .update();
        bench.jdbc
                .sql(
                        "CREATE TRIGGER fails BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION fail()")
                .update();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> bench.rollOverResponders().rollOver());
        assertThat(valid()).isEmpty();
        assertThat(bench.count("SELECT count(*) FROM certificate WHERE authority = 'yinxin-demo'"))
                .isEqualTo(0);
        bench.jdbc.sql("DROP TRIGGER fails ON journal").update();
        assertThat(bench.rollOverResponders().rollOver()).isEqualTo(2);
    }

    @Test
    void openssl_sees_a_responder_that_nobody_asks_about() throws IOException {
        bench.rollOverResponders().rollOver();
        SignedCertificate certificate = valid().getFirst().certificate();
        OpenSsl openSsl = new OpenSsl(folder);
        openSsl.pem("x509", certificate.encoded(), "responder");
        openSsl.pem("x509", bench.issuing().certificate().encoded(), "issuing");
        assertThat(
                        openSsl.run(
                                        "verify",
                                        "-partial_chain",
                                        "-vfyopt",
                                        "distid:1234567812345678",
                                        "-trusted",
                                        "issuing.pem",
                                        "responder.pem")
                                .output())
                .contains("responder.pem: OK");
        assertThat(openSsl.run("x509", "-in", "responder.pem", "-noout", "-text").output())
                .contains("OCSP Signing")
                .contains("OCSP No Check")
                .containsPattern("Key Usage: critical\\s+Digital Signature\n");
    }

    @Test
    void a_planted_row_is_no_responder_without_its_certificate() {
        AuthorityCode code = bench.code();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(
                        () ->
                                bench.jdbc
                                        .sql(
                                                """
                                                INSERT INTO ocsp_responder
                                                VALUES (:code, '\\x01', '\\x30', 'x', now(), now() + interval '1 day')
                                                """)
                                        .param("code", code.value())
                                        .update());
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
