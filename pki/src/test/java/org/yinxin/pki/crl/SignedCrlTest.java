package org.yinxin.pki.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.CertificateList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.OpenSsl;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;

class SignedCrlTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir private Path folder;

    private final TestHierarchy hierarchy = new TestHierarchy();

    private SignedCrl crl(long number, List<CrlEntry> entries) {
        return SignedCrl.sign(
                new CrlContent(
                        hierarchy.root.tbs().subject(),
                        hierarchy.root.tbs().publicKey(),
                        number,
                        NOW,
                        NOW.plus(Duration.ofDays(1)),
                        entries),
                hierarchy.key);
    }

    @Test
    void reads_back_what_it_says() throws MalformedDerException {
        List<CrlEntry> entries =
                List.of(
                        new CrlEntry(SerialNumber.ofHex("0abc"), NOW.minusSeconds(9), 1),
                        new CrlEntry(SerialNumber.ofHex("7fff"), NOW.minusSeconds(1), 0));
        SignedCrl crl = SignedCrl.parse(crl(7, entries).encoded());
        assertThat(crl.entries()).isEqualTo(entries);
        assertThat(crl.number()).contains(BigInteger.valueOf(7));
        assertThat(crl.thisUpdate()).isEqualTo(NOW);
        assertThat(crl.nextUpdate()).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(crl.issuer()).isEqualTo(hierarchy.root.tbs().subject());
        assertThat(crl.isSignedBy(hierarchy.key.publicKey())).isTrue();
        assertThat(crl.isSignedBy(hierarchy.key(KeyAlgorithm.SM2).publicKey())).isFalse();
    }

    @Test
    void is_read_by_openssl_and_its_signature_is_good() {
        OpenSsl openSsl = new OpenSsl(folder);
        String issuer = openSsl.pem("x509", hierarchy.root.encoded(), "issuer");
        SignedCrl crl = crl(7, List.of(new CrlEntry(SerialNumber.ofHex("0abc"), NOW, 4)));
        openSsl.put("crl.der", crl.encoded());
        assertThat(
                        openSsl.run("crl", "-inform", "DER", "-in", "crl.der", "-noout", "-text")
                                .output())
                .contains(
                        "Version 2 (0x1)",
                        "Signature Algorithm: SM2-with-SM3",
                        "X509v3 CRL Number: \n                7",
                        "Serial Number: 0ABC",
                        "Superseded",
                        "Next Update: Nov 22 08:00:00 2026 GMT");
        CertificateList structure = CertificateList.getInstance(crl.encoded());
        int header = ASN1Sequence.getInstance(crl.encoded()).size() == 3 ? 4 : -1;
        OpenSsl.Result verified =
                openSsl.verifySignedPart(
                        crl.encoded(), header, structure.getSignature().getOctets(), issuer);
        assertThat(verified.output()).isEqualTo("Verified OK\n");
    }

    @Test
    void without_entries_has_no_list_of_them() throws MalformedDerException {
        SignedCrl crl = SignedCrl.parse(crl(1, List.of()).encoded());
        assertThat(crl.entries()).isEmpty();
        // RFC 5280, 5.1.2.6: the list is absent, not empty.
        CertificateList structure = CertificateList.getInstance(crl.encoded());
        assertThat(ASN1Sequence.getInstance(structure.getTBSCertList()).size()).isEqualTo(6);
    }

    @Test
    void holds_many_entries() throws MalformedDerException {
        List<CrlEntry> entries = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            entries.add(new CrlEntry(SerialNumber.random(hierarchy.random), NOW, i % 2));
        }
        assertThat(SignedCrl.parse(crl(2, entries).encoded()).entries()).isEqualTo(entries);
    }

    @Test
    void refuses_contents_that_no_crl_may_have() {
        assertThatIllegalArgumentException().isThrownBy(() -> crl(0, List.of()));
        for (int reason : new int[] {-1, 7, 11}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CrlEntry(SerialNumber.ofHex("01"), NOW, reason));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CrlContent(
                                        hierarchy.root.tbs().subject(),
                                        hierarchy.root.tbs().publicKey(),
                                        1,
                                        NOW,
                                        NOW,
                                        List.of()));
    }

    @Test
    void refuses_what_is_cut_off() {
        byte[] whole = crl(3, List.of(new CrlEntry(SerialNumber.ofHex("01"), NOW, 1))).encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedDerException.class)
                    .isThrownBy(() -> SignedCrl.parse(cut));
        }
    }
}
