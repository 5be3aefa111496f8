package org.yinxin.authority.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Sm3;

/** What a machine of an SM2 authority gets, above all when it does things wrong. */
class AnswerCmpTest {

    private static final X500Name NONE = new X500Name("");

    @TempDir private Path folder;
    private AuthorityBench bench;
    private CmpBench cmp;
    private Client client;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
        cmp = new CmpBench(bench);
        new UnitBench(bench).certifyUnits().certify();
        client = client("gate");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Client client(String name) {
        String secret = cmp.machines().registerPlain(name, bench.code(), 3);
        return new Client(cmp, bench.code(), name, secret);
    }

    private CertReqMsg request() {
        return Client.request(bench.sm2(), NONE);
    }

    private static CertResponse response(PKIMessage answer) {
        assertThat(answer.getBody().getType()).isEqualTo(PKIBody.TYPE_INIT_REP);
        return CertRepMessage.getInstance(answer.getBody().getContent()).getResponse()[0];
    }

    private static byte[] certificate(PKIMessage answer) {
        return Der.encode(
                response(answer)
                        .getCertifiedKeyPair()
                        .getCertOrEncCert()
                        .getCertificate()
                        .getX509v3PKCert());
    }

    private static void assertError(PKIMessage answer, int failure, String sentence) {
        assertThat(answer.getBody().getType()).isEqualTo(PKIBody.TYPE_ERROR);
        assertRejected(
                ErrorMsgContent.getInstance(answer.getBody().getContent()).getPKIStatusInfo(),
                failure,
                sentence);
    }

    private static void assertRejected(PKIStatusInfo status, int failure, String sentence) {
        assertThat(status.getStatus().intValue()).isEqualTo(PKIStatus.REJECTION);
        assertThat(status.getFailInfo().intValue()).isEqualTo(failure);
        assertThat(status.getStatusString().getStringAtUTF8(0).getString()).contains(sentence);
    }

    private PKIBody confirm(byte[] hash) {
        return new PKIBody(
                PKIBody.TYPE_CERT_CONFIRM,
                CertConfirmContent.getInstance(
                        new DERSequence(new CertStatus(hash, BigInteger.ZERO))));
    }

    private CertificateStatus statusOf(byte[] certificate) throws Exception {
        return bench.statuses()
                .find(bench.code(), SignedCertificate.parse(certificate).tbs().serial());
    }

    @Test
    void a_machine_of_sm2_enrols_under_both_kinds_of_codes() throws Exception {
        for (boolean pbmac1 : List.of(false, true)) {
            client.pbmac1 = pbmac1;
            client.transaction = new byte[] {(byte) (pbmac1 ? 1 : 2)};
            PKIMessage answer = client.send(Client.ir(request()));
            assertThat(response(answer).getStatus().getStatus().intValue())
                    .isEqualTo(PKIStatus.GRANTED_WITH_MODS); // it named no subject
            assertThat(answer.getHeader().getProtectionAlg().getAlgorithm())
                    .isEqualTo(
                            pbmac1
                                    ? new ASN1ObjectIdentifier("1.2.840.113549.1.5.14")
                                    : CMPObjectIdentifiers.passwordBasedMac);
            assertThat(answer.getHeader().getRecipNonce().getOctets()).isEqualTo(client.nonce);
            assertThat(answer.getHeader().getTransactionID().getOctets())
                    .isEqualTo(client.transaction);
            byte[] certificate = certificate(answer);
            PKIMessage confirmed = client.send(confirm(Sm3.digest(certificate)));
            assertThat(confirmed.getBody().getType()).isEqualTo(PKIBody.TYPE_CONFIRM);
            assertThat(statusOf(certificate)).isInstanceOf(CertificateStatus.Good.class);
        }
    }

    @Test
    void the_same_transaction_is_answered_with_the_same_certificate_and_no_other()
            throws Exception {
        CertReqMsg request = request();
        byte[] first = certificate(client.send(Client.ir(request)));
        assertThat(certificate(client.send(Client.ir(request)))).isEqualTo(first);
        assertRejected(
                response(client.send(Client.ir(request()))).getStatus(),
                PKIFailureInfo.transactionIdInUse,
                "other content");
        assertError(
                client("other").send(Client.ir(request())),
                PKIFailureInfo.transactionIdInUse,
                "another machine");
    }

    @Test
    void what_is_no_message_gets_a_signed_error() {
        for (byte[] noise :
                List.of(
                        new byte[0],
                        "hello".getBytes(StandardCharsets.US_ASCII),
                        new byte[] {0x30, 0},
                        new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
                        new byte[1_000_000])) {
            PKIMessage answer = client.send(noise);
            assertError(answer, PKIFailureInfo.badDataFormat, "no message of CMP");
            assertThat(answer.getProtection()).isNotNull();
        }
    }

    @Test
    void every_cut_and_every_turned_octet_is_survived() throws Exception {
        byte[] message = client.message(Client.ir(request()));
        for (int i = 0; i < message.length; i += 3) {
            assertThat(client.send(Arrays.copyOf(message, i)).getBody().getType())
                    .isEqualTo(PKIBody.TYPE_ERROR);
            byte[] turned = message.clone();
            turned[i] ^= (byte) 0x55;
            assertThat(client.send(turned).getBody().getType()).isEqualTo(PKIBody.TYPE_ERROR);
        }
        assertThat(bench.count("SELECT count(*) FROM machine_certificate")).isZero();
    }

    /** A BIT STRING says how many bits at its end do not count; a signature has none. */
    @Test
    void a_protection_that_is_no_whole_octets_is_survived() throws Exception {
        byte[] message = client.message(Client.ir(request()));
        int bits =
                message.length
                        - PKIMessage.getInstance(message).getProtection().getOctets().length
                        - 1;
        message[bits] = 1;
        assertError(client.send(message), PKIFailureInfo.badDataFormat, "no message of CMP");
    }

    @Test
    void refuses_headers_that_do_not_hold_a_conversation() throws Exception {
        PKIBody body = Client.ir(request());
        client.transaction = new byte[0];
        assertError(client.send(body), PKIFailureInfo.badRequest, "transaction");
        client.transaction = new byte[65];
        assertError(client.send(body), PKIFailureInfo.badRequest, "transaction");
        client.transaction = Client.TRANSACTION;
        client.nonce = new byte[0];
        assertError(client.send(body), PKIFailureInfo.badSenderNonce, "nonce");
        client.nonce = new byte[16];
        client.version = 1;
        assertError(client.send(body), PKIFailureInfo.unsupportedVersion, "versions 2 and 3");
        client.version = 3;
        assertThat(response(client.send(body)).getCertifiedKeyPair()).isNotNull();
    }

    @Test
    void refuses_messages_without_protection_but_questions() throws Exception {
        PKIMessage whole = PKIMessage.getInstance(client.message(Client.ir(request())));
        byte[] bare = Der.encode(new PKIMessage(whole.getHeader(), whole.getBody()));
        assertError(client.send(bare), PKIFailureInfo.badMessageCheck, "not protected");
    }

    @Test
    void refuses_kinds_of_messages_that_are_not_served() throws Exception {
        PKIBody poll = new PKIBody(PKIBody.TYPE_POLL_REQ, new PollReqContent(BigInteger.ZERO));
        assertError(client.send(poll), PKIFailureInfo.badRequest, "not served");
    }

    @Test
    void refuses_none_and_several_requests_at_once() throws Exception {
        assertError(client.send(Client.ir()), PKIFailureInfo.badRequest, "one certificate");
        assertError(
                client.send(Client.ir(request(), request())),
                PKIFailureInfo.badRequest,
                "one certificate");
    }

    @Test
    void refuses_requests_whose_key_did_not_sign() throws Exception {
        CertReqMsg good = request();
        CertReqMsg other = request();
        for (CertReqMsg bad :
                List.of(
                        new CertReqMsg(good.getCertReq(), other.getPop(), null),
                        new CertReqMsg(good.getCertReq(), new ProofOfPossession(), null),
                        new CertReqMsg(good.getCertReq(), null, null))) {
            client.transaction = bench.random.generateSeed(16);
            assertRejected(
                    response(client.send(Client.ir(bad))).getStatus(),
                    PKIFailureInfo.badPOP,
                    "not signed by the key");
        }
    }

    @Test
    void refuses_confirmations_of_something_else() throws Exception {
        byte[] certificate = certificate(client.send(Client.ir(request())));
        byte[] nonce = client.recipientNonce;
        client.recipientNonce = new byte[16];
        assertError(
                client.send(confirm(Sm3.digest(certificate))),
                PKIFailureInfo.badRecipientNonce,
                "nonce");
        client.recipientNonce = nonce;
        assertError(
                client.send(confirm(new byte[32])),
                PKIFailureInfo.badCertId,
                "another certificate");
        client.recipientNonce = nonce;
        client.transaction = new byte[] {9};
        assertError(
                client.send(confirm(Sm3.digest(certificate))),
                PKIFailureInfo.badRequest,
                "no such certificate");
        client.transaction = Client.TRANSACTION;
        client.recipientNonce = nonce;
        bench.clock.move(Duration.ofMinutes(11));
        cmp.machines().settleCertificate().revokeUnconfirmed();
        assertError(
                client.send(confirm(Sm3.digest(certificate))),
                PKIFailureInfo.certRevoked,
                "not confirmed in time");
        assertRejected(
                response(client.send(Client.ir(request()))).getStatus(),
                PKIFailureInfo.notAuthorized,
                "did not confirm");
    }

    @Test
    void a_certificate_that_the_machine_does_not_want_is_revoked() throws Exception {
        byte[] certificate = certificate(client.send(Client.ir(request())));
        PKIBody unwanted =
                new PKIBody(
                        PKIBody.TYPE_CERT_CONFIRM,
                        CertConfirmContent.getInstance(
                                new DERSequence(
                                        new CertStatus(
                                                Sm3.digest(certificate),
                                                BigInteger.ZERO,
                                                new PKIStatusInfo(PKIStatus.rejection)))));
        assertThat(client.send(unwanted).getBody().getType()).isEqualTo(PKIBody.TYPE_CONFIRM);
        assertThat(statusOf(certificate)).isInstanceOf(CertificateStatus.Revoked.class);
    }

    @Test
    void tells_of_its_root_only_whom_it_is_new_to() throws Exception {
        byte[] root =
                bench.authorities.find(bench.rootCode()).orElseThrow().certificate().encoded();
        for (byte[] known : List.of(root, bench.issuing().certificate().encoded())) {
            PKIMessage answer =
                    client.send(
                            new PKIBody(
                                    PKIBody.TYPE_GEN_MSG,
                                    new GenMsgContent(
                                            new InfoTypeAndValue(
                                                    CMPObjectIdentifiers.id_it_rootCaCert,
                                                    Certificate.getInstance(known)))));
            InfoTypeAndValue told =
                    GenRepContent.getInstance(answer.getBody().getContent())
                            .toInfoTypeAndValueArray()[0];
            assertThat(told.getInfoType()).isEqualTo(CMPObjectIdentifiers.id_it_rootCaKeyUpdate);
            assertThat(told.getInfoValue() == null).isEqualTo(Arrays.equals(known, root));
        }
    }

    @Test
    void lists_what_it_does_not_know() throws Exception {
        PKIMessage answer =
                client.send(
                        new PKIBody(
                                PKIBody.TYPE_GEN_MSG,
                                new GenMsgContent(
                                        new InfoTypeAndValue(
                                                new ASN1ObjectIdentifier("2.999.1"),
                                                DERNull.INSTANCE))));
        InfoTypeAndValue told =
                GenRepContent.getInstance(answer.getBody().getContent())
                        .toInfoTypeAndValueArray()[0];
        assertThat(told.getInfoType()).isEqualTo(CMPObjectIdentifiers.it_unsupportedOIDs);
    }

    @Test
    void over_http_it_is_always_a_message_unless_there_is_no_such_authority() throws Exception {
        var http = cmp.http();
        http.perform(post("/cmp/" + bench.code()).content("hello"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pkixcmp"));
        for (String code : List.of("nobody", "NOT%20A%20CODE", bench.rootCode().value())) {
            http.perform(post(URI.create("/cmp/" + code)).content("hello"))
                    .andExpect(status().isNotFound());
        }
    }
}
