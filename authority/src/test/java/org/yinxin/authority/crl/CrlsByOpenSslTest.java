package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.RevocationReason;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/**
 * Lists put to OpenSSL's own use, the verification of a chain. The authority is one of P-256: OpenSSL cannot be told the user
 * ID of SM2 for what signs a list.
 */
class CrlsByOpenSslTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static OpenSsl openSsl;
    private static AuthorityCode code;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
        openSsl = new OpenSsl(folder);
        code = bench.another("openssl", KeyAlgorithm.P256);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static PairOrder order() {
        PairOrder pattern =
                bench.order(
                        KeyPairs.generate(KeyAlgorithm.P256, bench.random),
                        KeyPairs.generate(KeyAlgorithm.P256, bench.random));
        return new PairOrder(
                new PairOrderId(UUID.randomUUID()),
                code,
                pattern.subject(),
                pattern.organisationCode(),
                pattern.notBefore(),
                pattern.notAfter(),
                pattern.signingRequest(),
                pattern.encryptionKey());
    }

    private static PairOrder issued(String name) {
        PairOrder order = order();
        IssuedPair pair = bench.issue(order);
        openSsl.pem("x509", pair.signCertificate(), name);
        openSsl.pem("x509", pair.chain().get(0), "issuing");
        openSsl.pem("x509", pair.chain().get(1), "root");
        return order;
    }

    private static void fetch(CrlSeries series, String name) {
        openSsl.pem("crl", bench.crl(series), name);
    }

    /** Asks whether the certificate is good by these lists. */
    private static String verify(String certificate, String... words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "verify",
                                "-crl_check",
                                "-x509_strict",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "issuing.pem"));
        command.addAll(Arrays.asList(words));
        command.add(certificate + ".pem");
        return openSsl.run(command.toArray(String[]::new)).output();
    }

    @Test
    void a_full_list_tells_the_revoked_from_the_good() {
        issued("good");
        bench.change(issued("revoked").id(), new PairDeed.Revoke(RevocationReason.SUPERSEDED));
        fetch(CrlSeries.full(code), "full");
        assertThat(
                        openSsl.run("crl", "-in", "full.pem", "-noout", "-CAfile", "issuing.pem")
                                .output())
                .contains("verify OK");
        assertThat(verify("good", "-CRLfile", "full.pem")).isEqualTo("good.pem: OK\n");
        assertThat(verify("revoked", "-CRLfile", "full.pem")).contains("certificate revoked");
    }

    @Test
    void an_older_full_list_is_mended_by_the_list_of_changes() {
        PairOrder revoked = issued("later");
        PairOrder resumed = issued("resumed");
        bench.change(resumed.id(), new PairDeed.Hold());
        fetch(CrlSeries.full(code), "older");
        bench.change(revoked.id(), new PairDeed.Revoke(RevocationReason.KEY_COMPROMISE));
        bench.change(resumed.id(), new PairDeed.Resume());
        fetch(CrlSeries.full(code), "newer");
        fetch(CrlSeries.delta(code), "delta");
        assertThat(verify("later", "-CRLfile", "older.pem")).isEqualTo("later.pem: OK\n");
        assertThat(verify("resumed", "-CRLfile", "older.pem")).contains("certificate revoked");
        String[] both = {"-CRLfile", "older.pem", "-CRLfile", "delta.pem", "-use_deltas"};
        assertThat(verify("later", both)).contains("certificate revoked");
        assertThat(verify("resumed", both)).isEqualTo("resumed.pem: OK\n");
        assertThat(verify("resumed", "-CRLfile", "newer.pem")).isEqualTo("resumed.pem: OK\n");
    }
}
