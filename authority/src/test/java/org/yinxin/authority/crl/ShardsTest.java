package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOutcome;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.SignedCrl;

class ShardsTest {

    private static final int SHARDS = 3;

    @TempDir private Path folder;
    private AuthorityBench bench;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void spread(int shards) {
        bench.shards = new CrlShards(Map.of(bench.code(), shards));
    }

    private CrlSeries shard(int shard) {
        return new CrlSeries(bench.code(), shard, CrlSeries.Kind.FULL);
    }

    private Set<SerialNumber> listed(int shard) throws Exception {
        return SignedCrl.parse(bench.crl(shard(shard))).entries().stream()
                .map(CrlEntry::serial)
                .collect(Collectors.toSet());
    }

    private SerialNumber revoked() {
        PairOrder order = bench.order();
        SerialNumber serial = bench.issue(order).signSerial();
        bench.change(order.id(), new PairDeed.Revoke(RevocationReason.SUPERSEDED));
        return serial;
    }

    private int shardOf(SerialNumber serial) {
        return bench.jdbc
                .sql("SELECT shard FROM certificate_status WHERE serial = :serial")
                .param("serial", serial.octets())
                .query(Integer.class)
                .single();
    }

    @Test
    void each_certificate_is_in_the_list_of_its_shard_and_in_that_of_all() throws Exception {
        SerialNumber before = revoked();
        spread(SHARDS);
        for (int i = 0; i < 4; i++) {
            SerialNumber serial = revoked();
            int own = shardOf(serial);
            assertThat(own).isBetween(1, SHARDS);
            assertThat(listed(0)).contains(serial);
            for (int shard = 1; shard <= SHARDS; shard++) {
                assertThat(listed(shard).contains(serial)).isEqualTo(shard == own);
            }
        }
        assertThat(shardOf(before)).isZero();
        assertThat(listed(0)).contains(before).hasSize(10); // both halves of five pairs
        for (int shard = 1; shard <= SHARDS; shard++) {
            assertThat(listed(shard)).doesNotContain(before);
        }
    }

    @Test
    void a_certificate_that_comes_alone_names_the_list_of_its_shard() {
        spread(SHARDS);
        CertificateOutcome outcome =
                bench.cycle()
                        .issueCertificate()
                        .issue(
                                bench.single(
                                        UUID.randomUUID(), AuthorityBench.request(bench.sm2())));
        IssuedCertificate issued = ((CertificateOutcome.Issued) outcome).certificate();
        String address = "/crl/" + bench.code() + "/" + shardOf(issued.serial()) + ".crl";
        assertThat(new String(issued.certificate(), StandardCharsets.ISO_8859_1)).contains(address);
    }

    @Test
    void a_certificate_stays_in_its_shard_and_the_shard_is_published_when_there_are_fewer()
            throws Exception {
        spread(SHARDS);
        PairOrder order = bench.order();
        SerialNumber serial = bench.issue(order).signSerial();
        int shard = shardOf(serial);
        bench.shards = CrlShards.NONE;
        assertThat(shardOf(bench.issue(bench.order()).signSerial())).isZero();
        bench.change(order.id(), new PairDeed.Hold());
        assertThat(listed(shard)).contains(serial);
        assertThat(bench.publishCrl().current(shard(SHARDS))).isPresent();
        assertThat(bench.publishCrl().current(shard(SHARDS + 1))).isEmpty();
    }

    @Test
    void a_change_in_one_shard_makes_no_list_of_another_anew() {
        spread(2);
        revokeIn(1);
        revokeIn(2);
        PublishCrl crls = bench.publishCrl();
        PublishedCrl one = crls.current(shard(1)).orElseThrow();
        PublishedCrl two = crls.current(shard(2)).orElseThrow();
        revokeIn(1);
        assertThat(crls.current(shard(2))).contains(two);
        assertThat(crls.current(shard(1)).orElseThrow().number()).isGreaterThan(one.number());
    }

    private void revokeIn(int shard) {
        PairOrder order = bench.order();
        while (shardOf(bench.issue(order).signSerial()) != shard) {
            order = bench.order();
        }
        bench.change(order.id(), new PairDeed.Revoke(RevocationReason.SUPERSEDED));
    }

    @Test
    void the_job_makes_the_lists_of_all_shards() {
        spread(SHARDS);
        bench.issue(bench.order());
        new RepublishCrls(bench.authorities, bench.publishCrl(), bench.jdbc, bench.clock)
                .republish();
        assertThat(bench.count("SELECT count(*) FROM crl WHERE shard > 0")).isEqualTo(2 * SHARDS);
        assertThat(
                        new CrlOutlook(bench.jdbc, bench.clock)
                                .secondsLeft(bench.code(), CrlSeries.Kind.DELTA))
                .isPresent();
    }

    @Test
    void the_setting_names_authorities() {
        AuthorityCode one = new AuthorityCode("one");
        AuthorityCode two = new AuthorityCode("two");
        CrlShards shards = CrlShards.read("one:16, two:1");
        assertThat(shards.highest(one)).isEqualTo(16);
        assertThat(shards.highest(two)).isZero();
        assertThat(shards.highest(new AuthorityCode("three"))).isZero();
        assertThat(CrlShards.read(" ")).isEqualTo(CrlShards.NONE);
        assertThat(
                        IntStream.range(1, 2_000)
                                .mapToObj(i -> SerialNumber.ofHex(Integer.toHexString(i)))
                                .map(serial -> shards.of(one, serial))
                                .collect(Collectors.toSet()))
                .hasSize(16)
                .doesNotContain(0, 17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "one:", "one:0", "one:1001", "one:x", "ONE:4", "one:4,"})
    void refuses_a_setting_that_says_something_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CrlShards.read(text));
    }
}
