package org.yinxin.authority.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIConfirmContent;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.yinxin.authority.cmp.CmpMessage;
import org.yinxin.authority.cmp.SecretCodes;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;

/** An outside authority that issues whatever it is asked for, and can be told to do one thing wrong. */
final class PlayedAuthority implements AutoCloseable {

    /** What it does wrong, once its turn has come. */
    enum Trick {
        NONE,
        HANG_UP,
        NEVER_ANSWER,
        HTTP_500,
        WRONG_TYPE,
        ENDLESS,
        NO_MESSAGE,
        WRONG_SECRET,
        WRONG_TRANSACTION,
        WRONG_NONCE,
        WRONG_NUMBER,
        TWO_RESPONSES,
        WRONG_BODY,
        OTHER_KEY,
        OTHER_SUBJECT,
        OTHER_ISSUER,
        ENDS_LATER,
        ENDS_EARLIER,
        BEGINS_EARLIER,
        ANY_USE,
        AN_AUTHORITY,
        SERIAL_TWICE,
        DENY,
        REVOKED_ALREADY,
        WAIT
    }

    static final X500Name NAME = new X500Name("C=CN,O=Elsewhere,CN=Played CA");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SecureRandom random = new SecureRandom();
    private final KeyAlgorithm algorithm;
    private final KeyPair key;
    private final SignedCertificate root;
    private final Map<String, PKIBody> waiting = new ConcurrentHashMap<>();

    volatile Trick trick = Trick.NONE;
    volatile int trickAt = PKIBody.TYPE_P10_CERT_REQ;
    volatile Instant end = Instant.now().plus(Duration.ofDays(365));

    final List<Integer> types = new CopyOnWriteArrayList<>();
    final List<SignedCertificate> issued = new CopyOnWriteArrayList<>();
    final Map<SerialNumber, Integer> reasons = new ConcurrentHashMap<>();

    PlayedAuthority(KeyAlgorithm algorithm) {
        this.algorithm = algorithm;
        key = KeyPairs.generate(algorithm, random);
        root =
                sign(
                        key,
                        NAME,
                        new Validity(
                                Instant.now().minus(Duration.ofDays(2)),
                                Instant.now().plus(Duration.ofDays(3000))),
                        NAME,
                        SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()),
                        SerialNumber.random(random),
                        new ExtensionList().authority(0).keyUsage(KeyUsages.AUTHORITY));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    SignedCertificate root() {
        return root;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/cmp";
    }

    /** Does it at the next message of that type. */
    void plays(Trick what, int type) {
        trick = what;
        trickAt = type;
    }

    private SignedCertificate sign(
            KeyPair by,
            X500Name issuer,
            Validity validity,
            X500Name subject,
            SubjectPublicKeyInfo publicKey,
            SerialNumber serial,
            ExtensionList extensions) {
        SoftwareSigningKey signing = new SoftwareSigningKey(by);
        return SignedCertificate.sign(
                TbsCertificate.of(
                        new CertificateContent(
                                issuer,
                                serial,
                                validity,
                                subject,
                                publicKey,
                                signing.signatureAlgorithm(),
                                extensions.toExtensions())),
                signing);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            CmpMessage question = CmpMessage.parse(exchange.getRequestBody().readAllBytes());
            int type = question.body().getType();
            types.add(type);
            Trick now = type == trickAt ? trick : Trick.NONE;
            if (now == Trick.HANG_UP) {
                answer(question, now);
                return;
            }
            if (now == Trick.NEVER_ANSWER) {
                closed.await();
                return;
            }
            byte[] answer =
                    switch (now) {
                        case NO_MESSAGE -> new byte[] {0x30, 1, 2};
                        case ENDLESS -> new byte[10_000_000];
                        default -> answer(question, now);
                    };
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            now == Trick.WRONG_TYPE ? "text/html" : "application/pkixcmp");
            exchange.sendResponseHeaders(now == Trick.HTTP_500 ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] answer(CmpMessage question, Trick now) throws Exception {
        byte[] transaction = question.transaction().clone();
        byte[] nonce = question.senderNonce().clone();
        if (now == Trick.WRONG_TRANSACTION) {
            transaction[0] ^= 1;
        }
        if (now == Trick.WRONG_NONCE) {
            nonce[0] ^= 1;
        }
        String secret = now == Trick.WRONG_SECRET ? "guessed" : OutsideBench.SECRET;
        byte[] own = new byte[16];
        random.nextBytes(own);
        return Der.encode(
                new ProtectedPKIMessageBuilder(
                                PKIHeader.CMP_2000,
                                new GeneralName(NAME),
                                question.header().getSender())
                        .setMessageTime(Date.from(Instant.now()))
                        .setTransactionID(transaction)
                        .setSenderNonce(own)
                        .setRecipNonce(nonce)
                        .setBody(body(question, now))
                        .build(new SecretCodes(random).asking(false, secret.toCharArray()))
                        .toASN1Structure());
    }

    private PKIBody body(CmpMessage question, Trick now) throws Exception {
        if (now == Trick.DENY) {
            return new PKIBody(
                    PKIBody.TYPE_ERROR,
                    new ErrorMsgContent(
                            rejection(PKIFailureInfo.notAuthorized, "not\nfor you"), null, null));
        }
        if (now == Trick.WRONG_BODY) {
            return new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent());
        }
        PKIBody body = question.body();
        return switch (body.getType()) {
            case PKIBody.TYPE_CERT_CONFIRM ->
                    new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent());
            case PKIBody.TYPE_REVOCATION_REQ -> revoke(body, now);
            case PKIBody.TYPE_POLL_REQ ->
                    Objects.requireNonNull(waiting.get(question.transactionHex()));
            default -> certify(question, now);
        };
    }

    private PKIBody certify(CmpMessage question, Trick now) throws Exception {
        PKIBody body = question.body();
        boolean pkcs10 = body.getType() == PKIBody.TYPE_P10_CERT_REQ;
        SignedCertificate certificate;
        if (pkcs10) {
            CertificationRequest request = CertificationRequest.getInstance(body.getContent());
            certificate =
                    certificate(
                            request.getCertificationRequestInfo().getSubject(),
                            request.getCertificationRequestInfo().getSubjectPublicKeyInfo(),
                            KeyUsages.SIGNING.bits(),
                            now);
        } else {
            CertTemplate template =
                    CertReqMessages.getInstance(body.getContent())
                            .toCertReqMsgArray()[0]
                            .getCertReq()
                            .getCertTemplate();
            KeyUsage usage =
                    KeyUsage.getInstance(
                            template.getExtensions()
                                    .getExtension(Extension.keyUsage)
                                    .getParsedValue());
            certificate =
                    certificate(
                            template.getSubject(),
                            template.getPublicKey(),
                            usage.hasUsages(KeyUsage.digitalSignature)
                                    ? KeyUsages.SIGNING.bits()
                                    : KeyUsages.ENCRYPTION.bits(),
                            now);
        }
        issued.add(certificate);
        PKIBody answer = brought(certificate, now, pkcs10);
        if (now == Trick.WAIT) {
            waiting.put(question.transactionHex(), answer);
            return new PKIBody(
                    PKIBody.TYPE_POLL_REP,
                    new PollRepContent(new ASN1Integer(0), new ASN1Integer(1)));
        }
        return answer;
    }

    private static PKIBody brought(SignedCertificate certificate, Trick now, boolean pkcs10) {
        int number = now == Trick.WRONG_NUMBER ? 7 : pkcs10 ? -1 : 0;
        CertResponse one =
                new CertResponse(
                        new ASN1Integer(number),
                        new PKIStatusInfo(PKIStatus.granted),
                        new CertifiedKeyPair(
                                new CertOrEncCert(
                                        new CMPCertificate(
                                                Certificate.getInstance(certificate.encoded())))),
                        null);
        return new PKIBody(
                PKIBody.TYPE_CERT_REP,
                new CertRepMessage(
                        null,
                        now == Trick.TWO_RESPONSES
                                ? new CertResponse[] {one, one}
                                : new CertResponse[] {one}));
    }

    private SignedCertificate certificate(
            X500Name subject, SubjectPublicKeyInfo publicKey, int usages, Trick now)
            throws Exception {
        Instant start = Instant.now().minusSeconds(60);
        Validity validity =
                switch (now) {
                    case ENDS_LATER -> new Validity(start, end.plusSeconds(60));
                    case ENDS_EARLIER -> new Validity(start, end.minus(Duration.ofDays(60)));
                    case BEGINS_EARLIER -> new Validity(start.minus(Duration.ofDays(60)), end);
                    default -> new Validity(start, end);
                };
        boolean strange = now == Trick.OTHER_ISSUER;
        KeyPair other = KeyPairs.generate(algorithm, random);
        ExtensionList extensions = new ExtensionList();
        int bits =
                now == Trick.ANY_USE
                        ? KeyUsages.SIGNING.bits() | KeyUsages.ENCRYPTION.bits()
                        : usages;
        extensions.add(Extension.create(Extension.keyUsage, true, new KeyUsage(bits)));
        if (now == Trick.AN_AUTHORITY) {
            extensions.add(
                    Extension.create(Extension.basicConstraints, true, new BasicConstraints(true)));
        }
        return sign(
                strange ? other : key,
                NAME,
                validity,
                now == Trick.OTHER_SUBJECT ? new X500Name("C=CN,O=Other,CN=Other") : subject,
                now == Trick.OTHER_KEY
                        ? SubjectPublicKeyInfo.getInstance(other.getPublic().getEncoded())
                        : publicKey,
                now == Trick.SERIAL_TWICE
                        ? issued.getFirst().tbs().serial()
                        : SerialNumber.random(random),
                extensions);
    }

    private PKIBody revoke(PKIBody body, Trick now) {
        RevDetails details = RevReqContent.getInstance(body.getContent()).toRevDetailsArray()[0];
        RevRepContentBuilder answer = new RevRepContentBuilder();
        if (now == Trick.REVOKED_ALREADY) {
            answer.add(rejection(PKIFailureInfo.certRevoked, "it is revoked"));
        } else {
            reasons.put(
                    new SerialNumber(details.getCertDetails().getSerialNumber().getValue()),
                    ASN1Enumerated.getInstance(
                                    details.getCrlEntryDetails()
                                            .getExtension(Extension.reasonCode)
                                            .getParsedValue())
                            .intValueExact());
            answer.add(new PKIStatusInfo(PKIStatus.granted));
        }
        return new PKIBody(PKIBody.TYPE_REVOCATION_REP, answer.build());
    }

    private static PKIStatusInfo rejection(int failure, String words) {
        return new PKIStatusInfo(
                PKIStatus.rejection, new PKIFreeText(words), new PKIFailureInfo(failure));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
