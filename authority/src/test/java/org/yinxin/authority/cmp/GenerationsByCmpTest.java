package org.yinxin.authority.cmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevRepContent;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.cmp.RootCaKeyUpdateContent;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.ceremony.CeremonyBench;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Sm3;

/** A machine that was registered before its authority got a new key, and asks at the same address as ever. */
class GenerationsByCmpTest {

    @TempDir private Path folder;

    private static CertRepMessage brought(PKIMessage answer) {
        assertThat(answer.getBody().getType()).isEqualTo(PKIBody.TYPE_INIT_REP);
        return CertRepMessage.getInstance(answer.getBody().getContent());
    }

    private static SignedCertificate certificate(CertRepMessage brought) throws Exception {
        return SignedCertificate.parse(
                Der.encode(
                        brought.getResponse()[0]
                                .getCertifiedKeyPair()
                                .getCertOrEncCert()
                                .getCertificate()
                                .getX509v3PKCert()));
    }

    private static void confirm(Client client, SignedCertificate certificate) throws Exception {
        PKIMessage answer =
                client.send(
                        new PKIBody(
                                PKIBody.TYPE_CERT_CONFIRM,
                                CertConfirmContent.getInstance(
                                        new DERSequence(
                                                new CertStatus(
                                                        Sm3.digest(certificate.encoded()),
                                                        BigInteger.ZERO)))));
        assertThat(answer.getBody().getType()).isEqualTo(PKIBody.TYPE_CONFIRM);
    }

    private static void revoke(Client client, SignedCertificate certificate) throws Exception {
        PKIMessage answer =
                client.send(
                        new PKIBody(
                                PKIBody.TYPE_REVOCATION_REQ,
                                new RevReqContent(
                                        new RevDetails(
                                                new CertTemplateBuilder()
                                                        .setIssuer(certificate.tbs().issuer())
                                                        .setSerialNumber(
                                                                new ASN1Integer(
                                                                        certificate
                                                                                .tbs()
                                                                                .serial()
                                                                                .value()))
                                                        .build()))));
        assertThat(answer.getBody().getType()).isEqualTo(PKIBody.TYPE_REVOCATION_REP);
        assertThat(
                        RevRepContent.getInstance(answer.getBody().getContent())
                                .getStatus()[0]
                                .getStatus()
                                .intValue())
                .isEqualTo(PKIStatus.GRANTED);
    }

    @Test
    void goes_on_with_what_it_began_and_gets_certificates_of_the_new_key() throws Exception {
        try (AuthorityBench bench = new AuthorityBench(folder)) {
            CmpBench cmp = new CmpBench(bench);
            new UnitBench(bench).certifyUnits().certify();
            Client client =
                    new Client(
                            cmp,
                            bench.code(),
                            "gate",
                            cmp.machines().registerPlain("gate", bench.code(), 3));
            SignedCertificate old =
                    certificate(
                            brought(
                                    client.send(
                                            Client.ir(
                                                    Client.request(
                                                            bench.sm2(), new X500Name(""))))));
            CertificationAuthority next = CeremonyBench.of(bench).rolled(bench.code());
            new UnitBench(bench).certifyUnits().certify();
            confirm(client, old);

            client.transaction = "transaction-0002".getBytes(StandardCharsets.US_ASCII);
            client.recipientNonce = new byte[0];
            CertRepMessage brought =
                    brought(client.send(Client.ir(Client.request(bench.sm2(), new X500Name("")))));
            SignedCertificate fresh = certificate(brought);
            assertThat(fresh.isSignedBy(next.verificationKey())).isTrue();
            assertThat(Der.encode(brought.getCaPubs()[0].getX509v3PKCert()))
                    .isEqualTo(next.certificate().encoded());
            confirm(client, fresh);

            AuthorityCode first = bench.code();
            for (SignedCertificate each : List.of(old, fresh)) {
                client.transaction = each.tbs().serial().octets();
                client.recipientNonce = new byte[0];
                revoke(client, each);
                assertThat(
                                bench.statuses()
                                        .find(
                                                each.equals(old) ? first : next.code(),
                                                each.tbs().serial()))
                        .isInstanceOf(CertificateStatus.Revoked.class);
            }
        }
    }

    @Test
    void who_has_an_older_root_is_told_how_it_and_the_new_one_answer_for_each_other()
            throws Exception {
        try (AuthorityBench bench = new AuthorityBench(folder)) {
            new UnitBench(bench).certifyUnits().certify();
            CertificationAuthority old = bench.authorities.find(bench.rootCode()).orElseThrow();
            CeremonyBench ceremonies = CeremonyBench.of(bench);
            CertificationAuthority next = ceremonies.rolled(bench.rootCode());
            ceremonies.rolled(bench.code());
            new UnitBench(bench).certifyUnits().certify();
            CmpBench cmp = new CmpBench(bench);
            String secret = cmp.machines().registerPlain("gate", bench.code(), 1);
            Client client = new Client(cmp, bench.code(), "gate", secret);
            PKIMessage answer =
                    client.send(
                            new PKIBody(
                                    PKIBody.TYPE_GEN_MSG,
                                    new GenMsgContent(
                                            new InfoTypeAndValue(
                                                    CMPObjectIdentifiers.id_it_rootCaCert,
                                                    Certificate.getInstance(
                                                            old.certificate().encoded())))));
            RootCaKeyUpdateContent update =
                    RootCaKeyUpdateContent.getInstance(
                            GenRepContent.getInstance(answer.getBody().getContent())
                                    .toInfoTypeAndValueArray()[0]
                                    .getInfoValue());
            assertThat(signed(update.getNewWithNew())).isEqualTo(next.certificate());
            SignedCertificate newWithOld = signed(update.getNewWithOld());
            assertThat(newWithOld.isSignedBy(old.verificationKey())).isTrue();
            assertThat(newWithOld.tbs().publicKey()).isEqualTo(next.publicKey());
            SignedCertificate oldWithNew = signed(update.getOldWithNew());
            assertThat(oldWithNew.isSignedBy(next.verificationKey())).isTrue();
            assertThat(oldWithNew.tbs().publicKey()).isEqualTo(old.publicKey());
        }
    }

    private static SignedCertificate signed(CMPCertificate certificate) throws Exception {
        return SignedCertificate.parse(Der.encode(certificate.getX509v3PKCert()));
    }

    @Test
    void a_machine_may_be_registered_for_any_generation() {
        try (AuthorityBench bench = new AuthorityBench(folder)) {
            AuthorityCode next = CeremonyBench.of(bench).rolled(bench.code()).code();
            CmpBench cmp = new CmpBench(bench);
            cmp.machines().registerPlain("gate", next, 3);
            assertThat(
                            bench.jdbc
                                    .sql("SELECT authority FROM machine WHERE name = 'gate'")
                                    .query(String.class)
                                    .single())
                    .isEqualTo(bench.code().value());
        }
    }
}
