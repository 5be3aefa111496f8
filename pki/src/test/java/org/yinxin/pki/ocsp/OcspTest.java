package org.yinxin.pki.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.pki.OpenSsl;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.oid.ChineseOids;

class OcspTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final SerialNumber SERIAL = SerialNumber.ofHex("4abc");

    @TempDir private Path folder;

    private final TestHierarchy hierarchy = new TestHierarchy();

    private CertificateId id(SerialNumber serial, ASN1ObjectIdentifier hash) {
        return CertificateId.of(
                hierarchy.root.tbs().subject(), hierarchy.root.tbs().publicKey(), serial, hash);
    }

    private CertificateId id() {
        return id(SERIAL, OIWObjectIdentifiers.idSHA1);
    }

    private boolean ours(CertificateId id) {
        return issuer(hierarchy).issued(id);
    }

    private static AskedIssuer issuer(TestHierarchy of) {
        return new AskedIssuer(of.root.tbs().subject(), of.root.tbs().publicKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-sha1", "-sha256", "-sm3"})
    void reads_the_questions_of_openssl(String hash) throws Exception {
        OpenSsl openSsl = new OpenSsl(folder);
        String root = openSsl.pem("x509", hierarchy.root.encoded(), "root");
        var made =
                openSsl.run(
                        "ocsp",
                        hash,
                        "-issuer",
                        root,
                        "-serial",
                        "0x4abc",
                        "-serial",
                        "0x4abd",
                        "-reqout",
                        "question.der");
        assertThat(made.status()).as(made.output()).isZero();
        OcspRequest question =
                OcspRequest.parse(Files.readAllBytes(folder.resolve("question.der")));
        assertThat(question.certificates()).hasSize(2).allMatch(this::ours);
        assertThat(question.certificates().getFirst().serial()).contains(SERIAL);
        assertThat(question.nonce()).isNotNull();
    }

    @Test
    void a_question_reads_back() throws MalformedDerException {
        for (ASN1ObjectIdentifier hash :
                List.of(
                        OIWObjectIdentifiers.idSHA1,
                        NISTObjectIdentifiers.id_sha256,
                        ChineseOids.SM3)) {
            Nonce nonce = new Nonce(new byte[] {1, 2, 3});
            OcspRequest question =
                    OcspRequest.parse(new OcspRequest(List.of(id(SERIAL, hash)), nonce).encoded());
            assertThat(question.nonce()).isEqualTo(nonce);
            assertThat(question.certificates()).allMatch(this::ours);
        }
    }

    @Test
    void another_issuer_or_an_unknown_hash_is_not_ours() throws MalformedDerException {
        TestHierarchy other = new TestHierarchy();
        // The name is the same, the key is not.
        assertThat(issuer(other).issued(id())).isFalse();
        byte[] question = new OcspRequest(List.of(id()), null).encoded();
        byte[] sha1 = OpenSsl.hex("06052b0e03021a");
        byte[] md5like = OpenSsl.hex("06052b0e03021b");
        int at = indexOf(question, sha1);
        System.arraycopy(md5like, 0, question, at, md5like.length);
        assertThat(OcspRequest.parse(question).certificates()).noneMatch(this::ours);
    }

    @Test
    void echoes_nonces_of_1_to_32_octets_and_passes_over_longer_ones()
            throws MalformedDerException {
        for (int length : new int[] {1, 16, 32}) {
            Nonce nonce = new Nonce(new byte[length]);
            assertThat(echoed(nonce)).isEqualTo(nonce);
        }
        assertThat(echoed(new Nonce(new byte[33]))).isNull();
        assertThat(echoed(new Nonce(new byte[128]))).isNull();
    }

    private @Nullable Nonce echoed(Nonce nonce) throws MalformedDerException {
        return OcspRequest.parse(new OcspRequest(List.of(id()), nonce).encoded()).nonce();
    }

    @Test
    void refuses_nonces_of_no_or_more_than_128_octets() {
        for (int length : new int[] {0, 129}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Nonce(new byte[length]));
            byte[] value = Der.encode(new DEROctetString(new byte[length]));
            byte[] question =
                    withExtension(
                            new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value));
            assertThatExceptionOfType(MalformedDerException.class)
                    .isThrownBy(() -> OcspRequest.parse(question));
        }
    }

    @Test
    void refuses_questions_about_none_or_too_many() {
        assertThatExceptionOfType(MalformedDerException.class)
                .isThrownBy(() -> OcspRequest.parse(OpenSsl.hex("30043002 3000")));
        OcspRequest many = new OcspRequest(Collections.nCopies(51, id()), null);
        assertThatExceptionOfType(MalformedDerException.class)
                .isThrownBy(() -> OcspRequest.parse(many.encoded()));
        assertThatExceptionOfType(MalformedDerException.class)
                .isThrownBy(() -> OcspRequest.parse(new byte[OcspRequest.MOST_BYTES + 1]));
    }

    @Test
    void refuses_what_is_cut_off() {
        byte[] whole = new OcspRequest(List.of(id()), new Nonce(new byte[] {1, 2, 3})).encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedDerException.class)
                    .isThrownBy(() -> OcspRequest.parse(cut));
        }
    }

    @Test
    void refuses_a_critical_extension_that_it_does_not_know() {
        byte[] critical =
                withExtension(
                        new Extension(
                                new ASN1ObjectIdentifier("2.999.7"), true, new byte[] {5, 0}));
        assertThatExceptionOfType(MalformedDerException.class)
                .isThrownBy(() -> OcspRequest.parse(critical));
    }

    private byte[] withExtension(Extension extension) {
        DERSequence requests = new DERSequence(new Request(id().structure(), null));
        TBSRequest tbs = new TBSRequest(null, requests, new Extensions(extension));
        return Der.encode(new OCSPRequest(tbs, null));
    }

    private byte[] answer(@Nullable Nonce nonce) {
        OcspAnswer answer =
                new OcspAnswer(
                        List.of(
                                new OcspAnswer.Single(id(), new AnsweredStatus.Good()),
                                new OcspAnswer.Single(
                                        id(SerialNumber.ofHex("02"), ChineseOids.SM3),
                                        new AnsweredStatus.Revoked(NOW.minusSeconds(60), 1)),
                                new OcspAnswer.Single(
                                        id(SerialNumber.ofHex("03"), ChineseOids.SM3),
                                        new AnsweredStatus.Revoked(NOW.minusSeconds(60), 0)),
                                new OcspAnswer.Single(
                                        id(SerialNumber.ofHex("04"), ChineseOids.SM3),
                                        new AnsweredStatus.Unknown())),
                        NOW,
                        NOW.plusSeconds(3600),
                        nonce);
        return new OcspResponder(hierarchy.key, hierarchy.root).sign(answer);
    }

    @Test
    void answers_good_revoked_and_unknown() throws Exception {
        BasicOCSPResp basic = basic(answer(new Nonce(new byte[] {9, 9})));
        var responses = basic.getResponses();
        assertThat(responses).hasSize(4);
        assertThat(responses[0].getCertStatus()).isNull();
        RevokedStatus revoked =
                (RevokedStatus) Objects.requireNonNull(responses[1].getCertStatus());
        assertThat(revoked.getRevocationReason()).isEqualTo(1);
        assertThat(revoked.getRevocationTime().toInstant()).isEqualTo(NOW.minusSeconds(60));
        assertThat(((RevokedStatus) responses[2].getCertStatus()).hasRevocationReason()).isFalse();
        assertThat(responses[3].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(basic.getCerts()).hasSize(1);
    }

    @Test
    void is_read_by_openssl_and_its_signature_is_good() throws Exception {
        OpenSsl openSsl = new OpenSsl(folder);
        String root = openSsl.pem("x509", hierarchy.root.encoded(), "root");
        byte[] answer = answer(new Nonce(new byte[] {9, 9}));
        openSsl.put("answer.der", answer);
        assertThat(openSsl.run("ocsp", "-respin", "answer.der", "-text", "-noverify").output())
                .contains(
                        "OCSP Response Status: successful (0x0)",
                        "Cert Status: good",
                        "Cert Status: revoked",
                        "Cert Status: unknown",
                        "OCSP Nonce:",
                        "0402" + "0909",
                        "keyCompromise (0x1)");
        BasicOCSPResp basic = basic(answer);
        OpenSsl.Result verified =
                openSsl.verifySignedPart(basic.getEncoded(), 4, basic.getSignature(), root);
        assertThat(verified.output()).isEqualTo("Verified OK\n");
    }

    @Test
    void an_answer_to_a_question_without_nonce_has_none() throws Exception {
        assertThat(basic(answer(null)).hasExtensions()).isFalse();
    }

    @Test
    void the_encryption_twin_is_asked_about_like_any_other() {
        var leaf = hierarchy.leaf("甲", KeyUsages.ENCRYPTION, hierarchy.key(KeyAlgorithm.SM2));
        assertThat(ours(id(leaf.tbs().serial(), ChineseOids.SM3))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MALFORMED_REQUEST:1", "INTERNAL_ERROR:2", "TRY_LATER:3", "UNAUTHORIZED:6"})
    void errors_are_one_enumerated_number(String expected) {
        String[] parts = expected.split(":", -1);
        assertThat(OcspError.valueOf(parts[0]).encoded())
                .isEqualTo(OpenSsl.hex("30030a010" + parts[1]));
    }

    private static BasicOCSPResp basic(byte[] answer) throws IOException, OCSPException {
        return (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int at = 0; at <= in.length - what.length; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }
}
