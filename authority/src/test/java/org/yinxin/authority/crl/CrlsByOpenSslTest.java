package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.yinxin.authority.profile.CrlShards;
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
    void the_list_of_a_shard_speaks_for_its_certificates_and_no_others() {
        issued("before");
        bench.shards = new CrlShards(Map.of(code, 2));
        int shard = shardOf(issued("sharded"));
        bench.shards = CrlShards.NONE;
        bench.change(
                issued("sharded-revoked", shard).id(),
                new PairDeed.Revoke(RevocationReason.SUPERSEDED));
        fetch(new CrlSeries(code, shard, CrlSeries.Kind.FULL), "own");
        fetch(new CrlSeries(code, 3 - shard, CrlSeries.Kind.FULL), "other");
        fetch(CrlSeries.full(code), "all");
        String place = "URI:http://127.0.0.1:8080/crl/" + code + "/" + shard;
        assertThat(
                        openSsl.run(
                                        "x509",
                                        "-in",
                                        "sharded.pem",
                                        "-noout",
                                        "-ext",
                                        "crlDistributionPoints")
                                .output())
                .contains(place + ".crl");
        assertThat(openSsl.run("crl", "-in", "own.pem", "-noout", "-text").output())
                .contains(
                        "X509v3 Issuing Distribution Point: critical",
                        place + ".crl",
                        place + "/delta.crl");
        assertThat(openSsl.run("crl", "-in", "all.pem", "-noout", "-text").output())
                .doesNotContain("Issuing Distribution Point", "critical");
        for (String words : List.of("", "-extended_crl")) {
            String[] own = ("-CRLfile own.pem " + words).strip().split(" ", -1);
            String[] other = ("-CRLfile other.pem " + words).strip().split(" ", -1);
            assertThat(verify("sharded", own)).isEqualTo("sharded.pem: OK\n");
            assertThat(verify("sharded-revoked", own)).contains("certificate revoked");
            assertThat(verify("sharded", other)).contains("different CRL scope");
            assertThat(verify("before", own)).contains("different CRL scope");
        }
        // The list of all is about all: also for whoever does not know of shards.
        assertThat(verify("before", "-CRLfile", "all.pem")).isEqualTo("before.pem: OK\n");
        assertThat(verify("sharded", "-CRLfile", "all.pem")).isEqualTo("sharded.pem: OK\n");
        assertThat(verify("sharded-revoked", "-CRLfile", "all.pem"))
                .contains("certificate revoked");
        String[] changes = {"-CRLfile", "own.pem", "-CRLfile", "delta.pem", "-use_deltas"};
        bench.change(issued("held", shard).id(), new PairDeed.Hold());
        fetch(new CrlSeries(code, shard, CrlSeries.Kind.DELTA), "delta");
        assertThat(verify("held", changes)).contains("certificate revoked");
        assertThat(verify("sharded", changes)).isEqualTo("sharded.pem: OK\n");
    }

    private static PairOrder issued(String name, int shard) {
        bench.shards = new CrlShards(Map.of(code, 2));
        PairOrder order = issued(name);
        while (shardOf(order) != shard) {
            order = issued(name);
        }
        bench.shards = CrlShards.NONE;
        return order;
    }

    private static int shardOf(PairOrder order) {
        return bench.jdbc
                .sql(
                        """
                        SELECT DISTINCT shard FROM intended_certificate
                        JOIN issuance_intent ON issuance_intent.id = intent WHERE order_id = :order
                        """)
                .param("order", order.id().value())
                .query(Integer.class)
                .single();
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
