package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.SignedCrl;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

class PublishCrlTest {

    private static final int MANY = (int) PublishedCrl.SHORT + 1;

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

    private CrlSeries full() {
        return CrlSeries.full(bench.code());
    }

    private PublishedCrl current() {
        return bench.publishCrl().current(full()).orElseThrow();
    }

    private PublishedCrl renewed() {
        return bench.publishCrl().renew(bench.issuing(), full());
    }

    private SerialNumber held() {
        PairOrder order = bench.order();
        SerialNumber serial = bench.issue(order).signSerial();
        bench.change(order.id(), new PairDeed.Hold());
        return serial;
    }

    private SignedCrl parsed(PublishedCrl crl) throws Exception {
        try (var octets = bench.publishCrl().octets(crl)) {
            return SignedCrl.parse(octets.readAllBytes());
        }
    }

    @Test
    void a_list_of_many_parts_holds_everything_and_its_signature_is_good() throws Exception {
        ManySerials.revoke(bench, MANY);
        PublishedCrl crl = current();
        assertThat(crl.entries()).isEqualTo(MANY);
        assertThat(bench.count("SELECT count(*) FROM crl_part")).isGreaterThan(1);
        assertThat(bench.count("SELECT sum(octet_length(octets)) FROM crl_part"))
                .isEqualTo(crl.length());
        SignedCrl read = parsed(crl);
        assertThat(read.isSignedBy(bench.issuing().verificationKey())).isTrue();
        assertThat(read.entries().stream().map(CrlEntry::serial)).isSorted().hasSize(MANY);
    }

    @Test
    void a_short_list_is_made_again_at_once_and_a_long_one_when_it_is_due() {
        PublishedCrl shortOne = current();
        held();
        assertThat(current().number()).isGreaterThan(shortOne.number());
        ManySerials.revoke(bench, MANY);
        PublishedCrl longOne = current();
        held();
        assertThat(current()).isEqualTo(longOne);
        assertThat(renewed()).isEqualTo(longOne);
        bench.clock.move(Duration.ofHours(13));
        // Whoever asks is not kept waiting; the job makes it.
        assertThat(current()).isEqualTo(longOne);
        assertThat(renewed().number()).isGreaterThan(longOne.number());
        assertThat(current().entries()).isEqualTo(longOne.entries() + 2);
    }

    @Test
    void a_long_list_that_has_run_out_is_made_for_whoever_asks() {
        ManySerials.revoke(bench, MANY);
        PublishedCrl first = current();
        bench.clock.move(Duration.ofHours(25));
        assertThat(current().number()).isGreaterThan(first.number());
    }

    @Test
    void caches_keep_a_list_no_longer_than_it_lasts() {
        PublishedCrl list = current();
        assertThat(list.unasked(list.thisUpdate())).isEqualTo(Duration.ofMinutes(1));
        assertThat(list.unasked(list.nextUpdate().minusSeconds(7)))
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(list.unasked(list.nextUpdate().plusSeconds(7))).isEqualTo(Duration.ZERO);
        ManySerials.revoke(bench, MANY);
        PublishedCrl longOne = current();
        assertThat(longOne.unasked(longOne.thisUpdate())).isEqualTo(Duration.ofHours(12));
    }

    /** The backup is older than the last lists; what is done with the tables here is what a restoration does. */
    @Test
    void numbers_go_on_after_the_database_was_restored_from_a_backup() {
        long backedUp = current().number();
        held();
        long lost = current().number();
        assertThat(lost).isGreaterThan(backedUp);
        bench.transaction.executeWithoutResult(
                _ -> {
                    for (String statement :
                            new String[] {
                                "ALTER TABLE crl_part DISABLE TRIGGER crl_part_is_kept",
                                "ALTER TABLE crl DISABLE TRIGGER crl_is_final",
                                "ALTER TABLE certification_authority DISABLE TRIGGER certification_authority_counters_grow",
                                "DELETE FROM crl_part WHERE number > " + backedUp,
                                "DELETE FROM crl WHERE number > " + backedUp,
                                "UPDATE certification_authority SET last_crl_number = " + backedUp
                            }) {
                        bench.jdbc.sql(statement).update();
                    }
                });
        bench.clock.move(Duration.ofSeconds(1));
        assertThat(current().number()).isGreaterThan(lost);
    }

    @Test
    void numbers_go_on_when_the_clock_goes_back() {
        long before = current().number();
        bench.clock.move(Duration.ofDays(-2));
        ManySerials.revoke(bench, 1);
        assertThat(current().number()).isEqualTo(before + 1);
    }

    /** A node that is stopped between reading and signing, while another revokes and publishes. */
    @Test
    void a_list_of_an_earlier_state_does_not_take_the_place_of_a_later_one() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        AuthorityKeys slow =
                new AuthorityKeys() {
                    @Override
                    public KeyHandle create(String label, KeyAlgorithm algorithm) {
                        throw new AssertionError(label);
                    }

                    @Override
                    public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
                        read.countDown();
                        await(overtaken);
                        return bench.keys.open(handle, purpose);
                    }
                };
        CompletableFuture<PublishedCrl> late =
                CompletableFuture.supplyAsync(
                        () ->
                                bench.publishCrl(WorkFiles.in(folder), slow)
                                        .current(full())
                                        .orElseThrow());
        await(read);
        held();
        PublishedCrl fast = current();
        overtaken.countDown();
        assertThat(late.get()).isEqualTo(fast);
        assertThat(bench.count("SELECT count(*) FROM crl")).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Linux has a device that is always full. */
    @Test
    void a_full_disk_leaves_the_last_list_in_place_until_it_runs_out() {
        PublishedCrl last = current();
        ManySerials.revoke(bench, MANY);
        WorkFiles full =
                () -> Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
        PublishCrl crls = bench.publishCrl(full, bench.keys);
        assertThat(crls.current(full())).contains(last);
        assertThat(folder.resolve("full")).doesNotExist();
        assertThatExceptionOfType(CrlNotMadeException.class)
                .isThrownBy(() -> crls.renew(bench.issuing(), full()))
                .withMessageContaining("No space left on device");
        bench.clock.move(Duration.ofHours(25));
        assertThatExceptionOfType(CrlNotMadeException.class).isThrownBy(() -> crls.current(full()));
        assertThat(Path.of("/dev/full")).exists();
        assertThat(current().entries()).isEqualTo(MANY);
    }

    @Test
    void nothing_is_left_behind_in_the_folder_of_work() throws Exception {
        current();
        try (var left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_is_not_published_whole_is_not_there() {
        PublishedCrl last = current();
        held();
        // The table takes no part: as on a full disk of the database.
        bench.jdbc
                .sql("ALTER TABLE crl_part ADD CONSTRAINT full_disk CHECK (number = 0) NOT VALID")
                .update();
        assertThat(current()).isEqualTo(last);
        bench.jdbc.sql("ALTER TABLE crl_part DROP CONSTRAINT full_disk").update();
        assertThat(current().number()).isGreaterThan(last.number());
        assertThat(bench.count("SELECT count(*) FROM crl")).isEqualTo(2);
    }

    @Test
    void lists_of_before_there_were_parts_are_followed_at_once() {
        PublishedCrl now = current();
        bench.jdbc
                .sql(
                        """
                        INSERT INTO crl (authority, number, this_update, next_update, revocations)
                        SELECT authority, number + 1, this_update, next_update, revocations FROM crl
                        """)
                .update();
        assertThat(current()).isEqualTo(now);
    }
}
