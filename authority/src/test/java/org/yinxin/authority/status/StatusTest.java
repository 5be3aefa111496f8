package org.yinxin.authority.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.crl.PublishCrl;
import org.yinxin.authority.crl.PublishedCrl;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.SignedCrl;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.Nonce;
import org.yinxin.pki.ocsp.OcspRequest;

class StatusTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static PublishCrl crls;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
        crls = bench.publishCrl();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static RevocationOutcome revoke(SerialNumber serial) {
        return bench.revokeCertificate()
                .revoke(bench.code(), serial, RevocationReason.KEY_COMPROMISE);
    }

    private static PublishedCrl crl() {
        return crls.current(bench.code()).orElseThrow();
    }

    private static SignedCrl parsed() throws MalformedDerException {
        return SignedCrl.parse(bench.crl(CrlSeries.full(bench.code())));
    }

    private static @Nullable CertificateStatus ask(
            CertificationAuthority issuer, SerialNumber serial) throws Exception {
        CertificateId id =
                CertificateId.of(
                        issuer.name(), issuer.publicKey(), serial, OIWObjectIdentifiers.idSHA1);
        byte[] question = new OcspRequest(List.of(id), new Nonce(new byte[] {7})).encoded();
        byte[] answer = bench.answerOcsp().answer(bench.code(), question).orElseThrow().encoded();
        BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        return basic.getResponses()[0].getCertStatus();
    }

    @Test
    void a_revocation_is_seen_at_once_by_ocsp_and_in_the_next_crl() throws Exception {
        IssuedPair pair = bench.issue(bench.order());
        assertThat(ask(bench.issuing(), pair.signSerial())).isNull(); // good
        long before = crl().number();
        assertThat(revoke(pair.signSerial())).isInstanceOf(RevocationOutcome.Revoked.class);
        assertThat(ask(bench.issuing(), pair.signSerial()))
                .asInstanceOf(InstanceOfAssertFactories.type(RevokedStatus.class))
                .extracting(RevokedStatus::getRevocationReason)
                .isEqualTo(1);
        assertThat(ask(bench.issuing(), pair.encryptionSerial())).isNull();
        SignedCrl crl = parsed();
        assertThat(crl.number().orElseThrow()).isGreaterThan(BigInteger.valueOf(before));
        assertThat(crl.isSignedBy(bench.issuing().verificationKey())).isTrue();
        assertThat(crl.entries())
                .extracting(CrlEntry::serial)
                .contains(pair.signSerial())
                .doesNotContain(pair.encryptionSerial());
    }

    @Test
    void revoking_twice_keeps_the_first_time_and_reason() {
        IssuedPair pair = bench.issue(bench.order());
        RevocationOutcome.Revoked first = (RevocationOutcome.Revoked) revoke(pair.signSerial());
        bench.clock.move(Duration.ofMinutes(1));
        assertThat(
                        bench.revokeCertificate()
                                .revoke(
                                        bench.code(),
                                        pair.signSerial(),
                                        RevocationReason.SUPERSEDED))
                .isEqualTo(
                        new RevocationOutcome.AlreadyRevoked(
                                first.at(), RevocationReason.KEY_COMPROMISE));
    }

    @Test
    void refuses_to_revoke_what_was_never_issued_or_belongs_to_another_authority() {
        assertThat(revoke(SerialNumber.random(bench.random)))
                .isEqualTo(new RevocationOutcome.NeverIssued());
        IssuedPair pair = bench.issue(bench.order());
        assertThat(
                        bench.revokeCertificate()
                                .revoke(
                                        bench.rootCode(),
                                        pair.signSerial(),
                                        RevocationReason.UNSPECIFIED))
                .isEqualTo(new RevocationOutcome.NeverIssued());
    }

    @Test
    void a_serial_that_was_never_issued_is_not_good() throws Exception {
        assertThat(ask(bench.issuing(), SerialNumber.random(bench.random)))
                .isInstanceOf(UnknownStatus.class);
    }

    @Test
    void certificates_of_other_issuers_are_unknown() throws Exception {
        CertificationAuthority root = bench.authorities.find(bench.rootCode()).orElseThrow();
        IssuedPair pair = bench.issue(bench.order());
        assertThat(ask(root, pair.signSerial())).isInstanceOf(UnknownStatus.class);
    }

    @Test
    void malformed_questions_get_the_error_of_the_protocol() {
        for (byte[] question : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[1_000_000])) {
            assertThat(bench.answerOcsp().answer(bench.code(), question).orElseThrow().encoded())
                    .isEqualTo(new byte[] {0x30, 3, 0x0a, 1, 1});
        }
    }

    @Test
    void unknown_authorities_have_neither_crl_nor_answers() {
        AuthorityCode nobody = new AuthorityCode("nobody");
        assertThat(crls.current(nobody)).isEmpty();
        assertThat(bench.answerOcsp().answer(nobody, new byte[0])).isEmpty();
    }

    @Test
    void a_fresh_crl_is_handed_out_again_and_a_stale_one_is_made_anew() throws Exception {
        PublishedCrl first = crl();
        assertThat(crl()).isEqualTo(first);
        bench.clock.move(Duration.ofHours(13)); // over half of its day
        PublishedCrl second = crl();
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(Duration.between(second.thisUpdate(), second.nextUpdate()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void the_root_has_a_crl_too() throws MalformedDerException {
        SignedCrl crl = SignedCrl.parse(bench.crl(CrlSeries.full(bench.rootCode())));
        assertThat(crl.entries()).isEmpty();
        CertificationAuthority root = bench.authorities.find(bench.rootCode()).orElseThrow();
        assertThat(crl.isSignedBy(root.verificationKey())).isTrue();
    }

    @Test
    void numbers_never_repeat_and_later_lists_hold_everything_of_earlier_ones() throws Exception {
        List<Callable<byte[]>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SerialNumber serial = bench.issue(bench.order()).signSerial();
            // A publisher of its own stands for another node, without a turn in common.
            work.add(
                    () -> {
                        revoke(serial);
                        return bench.crl(CrlSeries.full(bench.code()));
                    });
        }
        List<SignedCrl> lists = new ArrayList<>();
        try (var nodes = Executors.newFixedThreadPool(work.size())) {
            for (Future<byte[]> made : nodes.invokeAll(work)) {
                lists.add(SignedCrl.parse(made.get()));
            }
        }
        lists.sort((a, b) -> a.number().orElseThrow().compareTo(b.number().orElseThrow()));
        for (int i = 1; i < lists.size(); i++) {
            assertThat(new HashSet<>(lists.get(i).entries()))
                    .containsAll(lists.get(i - 1).entries());
        }
        assertThat(bench.count("SELECT count(*) - count(DISTINCT (authority, number)) FROM crl"))
                .isZero();
        assertThat(bench.count("SELECT max(number) FROM crl"))
                .isLessThanOrEqualTo(
                        bench.count("SELECT max(last_crl_number) FROM certification_authority"));
    }
}
