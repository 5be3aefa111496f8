package org.yinxin.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIHeaderBuilder;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertRequest;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.operator.MacCalculator;
import org.yinxin.app.wiring.World;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** A machine that is entitled, knows its secret, and can protect a message whose body is none. */
final class MachineClient {

    private static final int SEQUENCE = 0x30;
    private static final int PROTECTION = 0xa0;

    /** id-it-caCerts (RFC 9480, 4.3). */
    private static final ASN1ObjectIdentifier CA_CERTIFICATES =
            new ASN1ObjectIdentifier("1.3.6.1.5.5.7.4.17");

    private final SecureRandom random = World.random();
    private final String name;
    private final String secret;
    private final SubjectName subject;

    MachineClient(String name, String secret, SubjectName subject) {
        this.name = name;
        this.secret = secret;
        this.subject = subject;
    }

    String basicCredentials() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    byte[] request() {
        return SigningRequests.build(new SoftwareSigningKey(key()), subject);
    }

    private KeyPair key() {
        return KeyPairs.generate(KeyAlgorithm.SM2, random);
    }

    /** Bodies in DER: ir, p10cr, rr and genm. */
    List<byte[]> bodies() {
        return List.of(
                Der.encode(new PKIBody(PKIBody.TYPE_INIT_REQ, new CertReqMessages(certReqMsg()))),
                Der.encode(
                        new PKIBody(
                                PKIBody.TYPE_P10_CERT_REQ,
                                CertificationRequest.getInstance(request()))),
                Der.encode(
                        new PKIBody(
                                PKIBody.TYPE_REVOCATION_REQ,
                                new RevReqContent(
                                        new RevDetails(
                                                new CertTemplateBuilder()
                                                        .setIssuer(new X500Name("CN=nobody"))
                                                        .setSerialNumber(
                                                                new ASN1Integer(BigInteger.TEN))
                                                        .build())))),
                Der.encode(
                        new PKIBody(
                                PKIBody.TYPE_GEN_MSG,
                                new GenMsgContent(new InfoTypeAndValue(CA_CERTIFICATES)))));
    }

    private CertReqMsg certReqMsg() {
        KeyPair pair = key();
        SoftwareSigningKey key = new SoftwareSigningKey(pair);
        CertRequest request =
                new CertRequest(
                        0,
                        new CertTemplateBuilder()
                                .setSubject(subject.toX500Name())
                                .setPublicKey(
                                        SubjectPublicKeyInfo.getInstance(
                                                pair.getPublic().getEncoded()))
                                .build(),
                        null);
        return new CertReqMsg(
                request,
                new ProofOfPossession(
                        new POPOSigningKey(
                                null,
                                key.signatureAlgorithm(),
                                new DERBitString(key.sign(Der.encode(request))))),
                null);
    }

    /**
     * A message with a fresh header, protected by the machine's secret (RFC 9810, 5.1.3.1).
     *
     * @param body any octets
     */
    byte[] message(byte[] body) {
        try {
            MacCalculator mac =
                    new PKMACBuilder(
                                    new JcePKMACValuesCalculator()
                                            .setProvider(BouncyCastle.PROVIDER))
                            .build(secret.toCharArray());
            byte[] header = Der.encode(header(mac));
            try (OutputStream out = mac.getOutputStream()) {
                out.write(element(SEQUENCE, header, body));
            }
            byte[] protection = Der.encode(new DERBitString(mac.getMac()));
            return element(SEQUENCE, header, body, element(PROTECTION, protection));
        } catch (CRMFException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PKIHeader header(MacCalculator mac) {
        GeneralName nobody = new GeneralName(new X500Name(""));
        return new PKIHeaderBuilder(PKIHeader.CMP_2000, nobody, nobody)
                .setMessageTime(new ASN1GeneralizedTime(Date.from(World.clock(0).instant())))
                .setProtectionAlg(mac.getAlgorithmIdentifier())
                .setSenderKID(new DEROctetString(name.getBytes(StandardCharsets.US_ASCII)))
                .setTransactionID(new DEROctetString(octets()))
                .setSenderNonce(new DEROctetString(octets()))
                .build();
    }

    private byte[] octets() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] element(int tag, byte[]... parts) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
        }
        byte[] length = BigInteger.valueOf(content.size()).toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() < 0x80) {
            out.write(content.size());
        } else {
            out.write(0x80 | length.length);
            out.write(length);
        }
        content.writeTo(out);
        return out.toByteArray();
    }
}
