package org.yinxin.authority.cmp;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Date;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertRequest;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorBuilder;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.SoftwareSigningKey;

/** A machine that can be told to do things wrong. */
final class Client {

    static final byte[] TRANSACTION = "transaction-0001".getBytes(StandardCharsets.US_ASCII);

    private final CmpBench cmp;
    private final AuthorityCode authority;
    private final String name;
    private final String secret;

    int version = 2;
    byte[] transaction = TRANSACTION;
    byte[] nonce = new byte[16];
    byte[] recipientNonce = new byte[0];
    boolean pbmac1;

    Client(CmpBench cmp, AuthorityCode authority, String name, String secret) {
        this.cmp = cmp;
        this.authority = authority;
        this.name = name;
        this.secret = secret;
    }

    private MacCalculator mac() throws Exception {
        return pbmac1
                ? new JcePBMac1CalculatorBuilder("HmacSHA256", 256)
                        .setProvider(BouncyCastle.PROVIDER)
                        .setIterationCount(1000)
                        .build(secret.toCharArray())
                : new PKMACBuilder(
                                new JcePKMACValuesCalculator().setProvider(BouncyCastle.PROVIDER))
                        .build(secret.toCharArray());
    }

    byte[] message(PKIBody body) throws Exception {
        var builder =
                new ProtectedPKIMessageBuilder(
                                version,
                                new GeneralName(new X500Name("")),
                                new GeneralName(new X500Name("")))
                        .setMessageTime(Date.from(cmp.bench().clock.instant()))
                        .setSenderKID(name.getBytes(StandardCharsets.US_ASCII))
                        .setBody(body);
        if (transaction.length > 0) {
            builder.setTransactionID(transaction);
        }
        if (nonce.length > 0) {
            builder.setSenderNonce(nonce);
        }
        if (recipientNonce.length > 0) {
            builder.setRecipNonce(recipientNonce);
        }
        return Der.encode(builder.build(mac()).toASN1Structure());
    }

    PKIMessage send(PKIBody body) throws Exception {
        return send(message(body));
    }

    PKIMessage send(byte[] message) {
        PKIMessage answer =
                PKIMessage.getInstance(cmp.answerCmp().answer(authority, message).orElseThrow());
        if (answer.getHeader().getSenderNonce() != null) {
            recipientNonce = answer.getHeader().getSenderNonce().getOctets();
        }
        return answer;
    }

    /** A request whose key has signed it. */
    static CertReqMsg request(KeyPair key, X500Name subject) {
        SoftwareSigningKey signing = new SoftwareSigningKey(key);
        CertRequest request =
                new CertRequest(
                        0,
                        new CertTemplateBuilder()
                                .setSubject(subject)
                                .setPublicKey(
                                        SubjectPublicKeyInfo.getInstance(
                                                key.getPublic().getEncoded()))
                                .build(),
                        null);
        return new CertReqMsg(
                request,
                new ProofOfPossession(
                        new POPOSigningKey(
                                null,
                                signing.signatureAlgorithm(),
                                new DERBitString(signing.sign(Der.encode(request))))),
                null);
    }

    static PKIBody ir(CertReqMsg... requests) {
        return new PKIBody(PKIBody.TYPE_INIT_REQ, new CertReqMessages(requests));
    }
}
