package org.yinxin.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * What relying parties can do with the certificates of a roll-over, by OpenSSL's judgement: whoever trusts the new root, or still
 * only the old one, gets to what either generation has certified.
 */
class GenerationsByOpenSslTest {

    @TempDir private Path folder;
    private AuthorityBench bench;
    private CeremonyBench ceremonies;
    private OpenSsl openSsl;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        ceremonies = CeremonyBench.of(bench);
        openSsl = new OpenSsl(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void pem(String name, CertificationAuthority authority) {
        openSsl.pem("x509", authority.certificate().encoded(), name);
    }

    private void cross(String name, CertificationAuthority subject, CertificationAuthority issuer) {
        openSsl.pem(
                "x509",
                new CrossCertificates(bench.jdbc)
                        .find(subject.code(), issuer.code())
                        .orElseThrow()
                        .certificate()
                        .encoded(),
                name);
    }

    /** Rolls a root and what is below it, with a leaf of either generation; answers both leaves. */
    private List<IssuedCertificate> rollOver(AuthorityCode root, AuthorityCode issuing) {
        IssuedCertificate oldLeaf = ceremonies.issued(issuing);
        CertificationAuthority oldRoot = bench.authorities.find(root).orElseThrow();
        CertificationAuthority oldIssuing = bench.authorities.find(issuing).orElseThrow();
        CertificationAuthority newRoot = ceremonies.rolled(root);
        CertificationAuthority newIssuing = ceremonies.rolled(issuing);
        IssuedCertificate newLeaf = ceremonies.issued(issuing);
        assertThat(newLeaf.authority()).isEqualTo(newIssuing.code());
        pem("old-root", oldRoot);
        pem("new-root", newRoot);
        pem("old-issuing", oldIssuing);
        pem("new-issuing", newIssuing);
        cross("root-new-with-old", newRoot, oldRoot);
        cross("root-old-with-new", oldRoot, newRoot);
        cross("issuing-new-with-old", newIssuing, oldIssuing);
        cross("issuing-old-with-new", oldIssuing, newIssuing);
        openSsl.pem("x509", oldLeaf.certificate(), "old-leaf");
        openSsl.pem("x509", newLeaf.certificate(), "new-leaf");
        return List.of(oldLeaf, newLeaf);
    }

    private boolean verifies(String trusted, String leaf, String... untrusted) throws IOException {
        StringBuilder others = new StringBuilder();
        for (String each : untrusted) {
            others.append(Files.readString(folder.resolve(each + ".pem")));
        }
        Files.writeString(folder.resolve("untrusted.pem"), others);
        List<String> command =
                new ArrayList<>(List.of("verify", "-x509_strict", "-no-CApath", "-no-CAstore"));
        if (trusted.endsWith("issuing")) {
            command.add("-partial_chain");
        }
        command.addAll(
                List.of("-CAfile", trusted + ".pem", "-untrusted", "untrusted.pem", leaf + ".pem"));
        return openSsl.run(command.toArray(String[]::new)).status() == 0;
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"P256", "RSA_2048"})
    void either_root_leads_to_what_either_generation_has_certified(KeyAlgorithm algorithm)
            throws Exception {
        AuthorityCode issuing = bench.another("line", algorithm);
        rollOver(new AuthorityCode("line-root"), issuing);
        assertThat(verifies("new-root", "new-leaf", "new-issuing")).isTrue();
        assertThat(verifies("old-root", "old-leaf", "old-issuing")).isTrue();
        assertThat(verifies("old-root", "new-leaf", "new-issuing")).isFalse();
        assertThat(verifies("old-root", "new-leaf", "new-issuing", "root-new-with-old")).isTrue();
        assertThat(verifies("new-root", "old-leaf", "old-issuing")).isFalse();
        assertThat(verifies("new-root", "old-leaf", "old-issuing", "root-old-with-new")).isTrue();
        // Somebody may have been given nothing but the issuing authority's older certificate.
        assertThat(verifies("old-issuing", "new-leaf")).isFalse();
        assertThat(verifies("old-issuing", "new-leaf", "issuing-new-with-old")).isTrue();
        assertThat(verifies("new-issuing", "old-leaf", "issuing-old-with-new")).isTrue();
    }

    @Test
    void lists_of_either_generation_verify_under_its_own_key() {
        AuthorityCode issuing = bench.another("line", KeyAlgorithm.P256);
        List<IssuedCertificate> leaves = rollOver(new AuthorityCode("line-root"), issuing);
        for (IssuedCertificate leaf : leaves) {
            bench.authority().revoke(leaf.authority(), leaf.serial(), RevocationReason.SUPERSEDED);
        }
        for (int i = 0; i < 2; i++) {
            String authority = i == 0 ? "old-issuing.pem" : "new-issuing.pem";
            String other = i == 0 ? "new-issuing.pem" : "old-issuing.pem";
            openSsl.put("list.der", bench.crl(CrlSeries.full(leaves.get(i).authority())));
            OpenSsl.Result list =
                    openSsl.run(
                            "crl",
                            "-inform",
                            "DER",
                            "-in",
                            "list.der",
                            "-noout",
                            "-text",
                            "-CAfile",
                            authority);
            assertThat(list.output())
                    .contains("verify OK")
                    .containsIgnoringCase(leaves.get(i).serial().hex());
            assertThat(
                            openSsl.run(
                                            "crl",
                                            "-inform",
                                            "DER",
                                            "-in",
                                            "list.der",
                                            "-noout",
                                            "-CAfile",
                                            other)
                                    .output())
                    .doesNotContain("verify OK");
        }
    }

    /** OpenSSL can be told the user ID of SM2 for one link at a time. */
    @Test
    void with_sm2_each_link_verifies() {
        rollOver(bench.rootCode(), bench.code());
        for (String link :
                List.of(
                        "old-root<root-new-with-old",
                        "new-root<root-old-with-new",
                        "old-issuing<issuing-new-with-old",
                        "new-issuing<issuing-old-with-new",
                        "new-root<new-issuing",
                        "root-new-with-old<new-issuing",
                        "root-old-with-new<old-issuing",
                        "new-issuing<new-leaf",
                        "issuing-new-with-old<new-leaf",
                        "issuing-old-with-new<old-leaf")) {
            String[] ends = link.split("<", -1);
            assertThat(
                            openSsl.run(
                                            "verify",
                                            "-partial_chain",
                                            "-x509_strict",
                                            "-vfyopt",
                                            "distid:1234567812345678",
                                            "-trusted",
                                            ends[0] + ".pem",
                                            ends[1] + ".pem")
                                    .output())
                    .isEqualTo(ends[1] + ".pem: OK\n");
        }
    }
}
