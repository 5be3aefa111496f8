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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.OpenSsl;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;

class SignedCrlTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final String PLACE = "http://127.0.0.1:8080/crl/demo/1.crl";
    private static final String FRESHEST = "http://127.0.0.1:8080/crl/demo/delta.crl";

    @TempDir private Path folder;

    private final TestHierarchy hierarchy = new TestHierarchy();

    private CrlHead head(long number) {
        return CrlHead.full(
                hierarchy.root.tbs().subject(),
                hierarchy.root.tbs().publicKey(),
                number,
                NOW,
                NOW.plus(Duration.ofDays(1)));
    }

    private SignedCrl crl(long number, List<CrlEntry> entries) throws MalformedDerException {
        return SignedCrl.parse(MadeCrl.of(head(number), entries, hierarchy.key));
    }

    @Test
    void reads_back_what_it_says() throws MalformedDerException {
        List<CrlEntry> entries =
                List.of(
                        new CrlEntry(SerialNumber.ofHex("0abc"), NOW.minusSeconds(9), 1),
                        new CrlEntry(SerialNumber.ofHex("7fff"), NOW.minusSeconds(1), 0));
        SignedCrl crl = crl(7, entries);
        assertThat(crl.entries()).isEqualTo(entries);
        assertThat(crl.number()).contains(BigInteger.valueOf(7));
        assertThat(crl.thisUpdate()).isEqualTo(NOW);
        assertThat(crl.nextUpdate()).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(crl.issuer()).isEqualTo(hierarchy.root.tbs().subject());
        assertThat(crl.isSignedBy(hierarchy.key.publicKey())).isTrue();
        assertThat(crl.isSignedBy(hierarchy.key(KeyAlgorithm.SM2).publicKey())).isFalse();
    }

    @Test
    void is_read_by_openssl_and_its_signature_is_good() throws MalformedDerException {
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
        SignedCrl crl = crl(1, List.of());
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
        assertThat(crl(2, entries).entries()).isEqualTo(entries);
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
                                CrlHead.full(
                                        hierarchy.root.tbs().subject(),
                                        hierarchy.root.tbs().publicKey(),
                                        1,
                                        NOW,
                                        NOW));
        for (long base : new long[] {0, 7, 8}) {
            assertThatIllegalArgumentException().isThrownBy(() -> delta(base, null));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> delta(3, FRESHEST));
    }

    private CrlHead delta(long base, @Nullable String freshest) {
        return new CrlHead(
                hierarchy.root.tbs().subject(),
                hierarchy.root.tbs().publicKey(),
                7,
                NOW,
                NOW.plusSeconds(60),
                base,
                PLACE,
                freshest);
    }

    @Test
    void says_to_openssl_where_it_belongs_and_what_it_builds_upon() throws Exception {
        OpenSsl openSsl = new OpenSsl(folder);
        CrlEntry resumed = new CrlEntry(SerialNumber.ofHex("0abc"), NOW, CrlEntry.REMOVE_FROM_CRL);
        byte[] delta = MadeCrl.of(delta(3, null), List.of(resumed), hierarchy.key);
        assertThat(SignedCrl.parse(delta).base()).contains(BigInteger.valueOf(3));
        openSsl.put("delta.der", delta);
        assertThat(text(openSsl, "delta.der"))
                .contains(
                        "X509v3 Delta CRL Indicator: critical\n                3",
                        "X509v3 Issuing Distribution Point: critical",
                        "URI:" + PLACE,
                        "Remove From CRL");
        CrlHead full =
                new CrlHead(
                        hierarchy.root.tbs().subject(),
                        hierarchy.root.tbs().publicKey(),
                        7,
                        NOW,
                        NOW.plusSeconds(60),
                        null,
                        null,
                        FRESHEST);
        openSsl.put("full.der", MadeCrl.of(full, List.of(), hierarchy.key));
        assertThat(text(openSsl, "full.der"))
                .contains("X509v3 Freshest CRL", "URI:" + FRESHEST)
                .doesNotContain("critical", "Delta");
    }

    /** Lengths of every size, serials with and without a sign octet, both kinds of time: as Bouncy Castle writes them. */
    @Test
    void entries_are_written_as_der_demands() throws MalformedDerException {
        List<CrlEntry> entries = new ArrayList<>();
        for (String serial :
                List.of("01", "7f", "80", "ff00", "7fffffffffffffffffffffffffffffffffffffff")) {
            for (String at :
                    List.of(
                            "1999-12-31T23:59:59Z",
                            "2049-12-31T23:59:59Z",
                            "2050-01-01T00:00:00Z")) {
                for (int reason : new int[] {0, 1, 10}) {
                    entries.add(
                            new CrlEntry(SerialNumber.ofHex(serial), Instant.parse(at), reason));
                }
            }
        }
        // Reading refuses whatever is not in DER.
        for (int length = 0; length <= entries.size(); length++) {
            assertThat(crl(2, entries.subList(0, length)).entries())
                    .isEqualTo(entries.subList(0, length));
        }
    }

    private static String text(OpenSsl openSsl, String file) {
        return openSsl.run("crl", "-inform", "DER", "-in", file, "-noout", "-text").output();
    }

    @Test
    void refuses_what_is_cut_off() {
        byte[] whole =
                MadeCrl.of(
                        head(3),
                        List.of(new CrlEntry(SerialNumber.ofHex("01"), NOW, 1)),
                        hierarchy.key);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedDerException.class)
                    .isThrownBy(() -> SignedCrl.parse(cut));
        }
    }
}
