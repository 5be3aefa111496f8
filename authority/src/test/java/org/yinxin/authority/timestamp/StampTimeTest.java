package org.yinxin.authority.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.pki.oid.ChineseOids;

class StampTimeTest {

    private static final ASN1ObjectIdentifier SHA256 = NISTObjectIdentifiers.id_sha256;

    @TempDir private Path folder;
    private AuthorityBench bench;
    private StampingBench stamping;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        stamping = new StampingBench(bench);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static byte[] question(ASN1ObjectIdentifier hash, int length) throws Exception {
        return new TimeStampRequestGenerator().generate(hash, new byte[length]).getEncoded();
    }

    private TimeStampResponse ask(byte[] question) throws Exception {
        return new TimeStampResponse(
                stamping.stampTime().stamp(bench.code(), question).orElseThrow());
    }

    private void assertRefused(byte[] question, int bit, String sentence) throws Exception {
        assertRefused(ask(question), bit, sentence);
    }

    private static void assertRefused(TimeStampResponse answer, int bit, String sentence) {
        assertThat(answer.getStatus()).isEqualTo(2);
        assertThat(answer.getTimeStampToken()).isNull();
        assertThat(answer.getFailInfo().intValue()).isEqualTo(bit);
        assertThat(answer.getStatusString()).contains(sentence);
    }

    @Test
    void refuses_what_is_no_question() throws Exception {
        stamping.certifyUnits().certify();
        for (byte[] noise :
                List.of(
                        new byte[0],
                        "hello".getBytes(StandardCharsets.US_ASCII),
                        new byte[] {0x30, 0},
                        new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                        new byte[1_000_000])) {
            assertRefused(noise, PKIFailureInfo.badDataFormat, "no question");
        }
        byte[] longNonce =
                new TimeStampRequestGenerator()
                        .generate(SHA256, new byte[32], BigInteger.ONE.shiftLeft(300))
                        .getEncoded();
        assertRefused(longNonce, PKIFailureInfo.badDataFormat, "no question");
        assertThat(bench.count("SELECT count(*) FROM time_stamp")).isZero();
    }

    @Test
    void refuses_hashes_that_are_broken_or_of_wrong_length() throws Exception {
        stamping.certifyUnits().certify();
        assertRefused(question(OIWObjectIdentifiers.idSHA1, 20), PKIFailureInfo.badAlg, "SM3");
        assertRefused(question(SHA256, 20), PKIFailureInfo.badDataFormat, "not as long");
        assertRefused(question(ChineseOids.SM3, 64), PKIFailureInfo.badDataFormat, "not as long");
    }

    @Test
    void refuses_another_version() throws Exception {
        stamping.certifyUnits().certify();
        byte[] question = question(SHA256, 32);
        assertThat(question[4]).isEqualTo((byte) 1);
        question[4] = 2;
        assertRefused(question, PKIFailureInfo.badRequest, "version");
    }

    @Test
    void refuses_extensions_and_other_policies() throws Exception {
        stamping.certifyUnits().certify();
        TimeStampRequestGenerator extended = new TimeStampRequestGenerator();
        extended.addExtension(new ASN1ObjectIdentifier("2.999.1"), false, new byte[] {5, 0});
        assertRefused(
                extended.generate(SHA256, new byte[32]).getEncoded(),
                PKIFailureInfo.unacceptedExtension,
                "extensions");
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setReqPolicy(new ASN1ObjectIdentifier("2.999.7"));
        assertRefused(
                other.generate(SHA256, new byte[32]).getEncoded(),
                PKIFailureInfo.unacceptedPolicy,
                "2.999.156.1");
    }

    @Test
    void the_policy_can_be_set() throws Exception {
        stamping.certifyUnits().certify();
        ASN1ObjectIdentifier own = new ASN1ObjectIdentifier("2.999.3161");
        StampTime stampTime = stamping.stampTime(new StampPolicy(own, Duration.ofSeconds(5)));
        TimeStampRequestGenerator wanted = new TimeStampRequestGenerator();
        wanted.setReqPolicy(own);
        byte[] question = wanted.generate(SHA256, new byte[32]).getEncoded();
        var token =
                new TimeStampResponse(stampTime.stamp(bench.code(), question).orElseThrow())
                        .getTimeStampToken();
        assertThat(token.getTimeStampInfo().getPolicy()).isEqualTo(own);
        assertThat(token.getTimeStampInfo().getAccuracy().getSeconds().intPositiveValueExact())
                .isEqualTo(5);
    }

    @Test
    void refuses_before_a_unit_is_certified_and_while_its_key_is_away() throws Exception {
        assertRefused(
                question(SHA256, 32),
                PKIFailureInfo.systemFailure,
                "no time-stamping unit is at hand");
        stamping.certifyUnits().certify();
        try (Stream<Path> keys = Files.list(folder.resolve("authority/keys"))) {
            for (Path key : keys.filter(each -> each.toString().contains("-tsa-")).toList()) {
                Files.delete(key);
            }
        }
        bench.close();
        bench = new AuthorityBench(bench.server, folder.resolve("authority"));
        stamping = new StampingBench(bench);
        assertRefused(question(SHA256, 32), PKIFailureInfo.systemFailure, "is at hand");
    }

    @Test
    void refuses_while_the_clock_is_behind_the_last_stamp() throws Exception {
        stamping.certifyUnits().certify();
        byte[] question = question(SHA256, 32);
        bench.clock.move(Duration.ofHours(1));
        assertThat(ask(question).getStatus()).isZero();
        bench.clock.move(Duration.ofMinutes(-30));
        assertRefused(question, PKIFailureInfo.timeNotAvailable, "behind the last time stamp");
        assertThat(bench.count("SELECT last_serial FROM time_stamp_clock")).isEqualTo(1);
        bench.clock.move(Duration.ofMinutes(31));
        assertThat(ask(question).getTimeStampToken().getTimeStampInfo().getSerialNumber())
                .isEqualTo(BigInteger.TWO);
    }

    @Test
    void nobody_else_stamps() {
        stamping.certifyUnits().certify();
        assertThat(stamping.stampTime().stamp(bench.rootCode(), new byte[0])).isEmpty();
    }

    @Test
    void numbers_are_never_given_twice_and_each_stamp_is_on_record() throws Exception {
        stamping.certifyUnits().certify();
        byte[] question = question(ChineseOids.SM3, 32);
        List<Callable<BigInteger>> askers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            askers.add(
                    () -> ask(question).getTimeStampToken().getTimeStampInfo().getSerialNumber());
        }
        List<BigInteger> numbers = new ArrayList<>();
        // Whoever waits for its turn longer than the accuracy gets no stamp, and machines are busy.
        bench.clock.hold();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<BigInteger> each : threads.invokeAll(askers)) {
                numbers.add(each.get());
            }
        } finally {
            bench.clock.reset();
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(bench.count("SELECT count(*) FROM time_stamp WHERE length(imprint) = 32"))
                .isEqualTo(40);
        for (String change :
                List.of(
                        "DELETE FROM time_stamp",
                        "UPDATE time_stamp_clock SET last_serial = 1",
                        "UPDATE time_stamp_clock SET last_serial = 99, last_at = last_at - interval '1 day'")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> bench.jdbc.sql(change).update());
        }
    }

    @Test
    void the_unit_is_good_for_stamps_alone() {
        stamping.certifyUnits().certify();
        var tbs = stamping.newest().certificate().tbs();
        assertThat(tbs.extension(Extension.extendedKeyUsage).orElseThrow().isCritical()).isTrue();
        assertThat(tbs.subject().toString()).endsWith(" TSA");
    }

    @Test
    void refuses_settings_that_would_do_harm() {
        for (Duration wrong :
                List.of(Duration.ofMillis(1500), Duration.ZERO, Duration.ofMinutes(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StampPolicy(null, wrong))
                    .withMessageContaining(StampPolicy.ACCURACY);
        }
    }
}
