package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.yinxin.pki.key.PublicKeys;

class KeyPoolTest {

    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();

    @TempDir Path folder;
    private CustodyBench bench;
    private Custody custody;

    @BeforeEach
    void open() {
        bench = new CustodyBench(folder);
        custody = bench.custody();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void is_filled_to_its_level_and_no_further() {
        assertThat(fill(3)).isEqualTo(3);
        assertThat(fill(3)).isZero();
        assertThat(fill(2)).isZero();
        assertThat(fill(0)).isZero();
        custody.makeEncryptionKey(CustodyBench.id());
        assertThat(fill(3)).isOne();
        assertThat(bench.count("pooled_key")).isEqualTo(3);
        assertThat(bench.count("journal WHERE action = 'pooled-key.made'")).isEqualTo(4);
    }

    @Test
    void filled_by_many_at_once_it_holds_no_more_than_its_level() throws Exception {
        List<Callable<Integer>> fillers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fillers.add(() -> fill(10));
        }
        int made = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> filler : threads.invokeAll(fillers)) {
                made += filler.get();
            }
        }
        assertThat(made).isEqualTo(10);
        assertThat(bench.count("pooled_key")).isEqualTo(10);
    }

    @Test
    void gives_the_oldest_key_and_its_private_half_with_it() throws Exception {
        fill(2);
        String oldest =
                bench.jdbc
                        .sql(
                                "SELECT encode(public_key, 'hex') FROM pooled_key ORDER BY made_at, id")
                        .query(String.class)
                        .list()
                        .getFirst();
        EscrowId id = CustodyBench.id();
        PublicKey taken = custody.makeEncryptionKey(id);
        assertThat(HexFormat.of().formatHex(taken.getEncoded())).isEqualTo(oldest);
        assertThat(bench.count("pooled_key")).isOne();
        assertThat(custody.makeEncryptionKey(id)).isEqualTo(taken);
        assertThat(bench.count("pooled_key")).isOne();
        var subscriber = CustodyBench.sm2();
        byte[] envelope = custody.release(id, subscriber.getPublic(), FORM).encoded();
        assertThat(
                        org.yinxin.pki.envelope.Sm2EnvelopedKey.parse(envelope)
                                .open(subscriber.getPrivate())
                                .getPublic())
                .isEqualTo(taken);
    }

    @Test
    void the_history_says_which_pooled_key_it_was() {
        fill(1);
        String pooled =
                bench.jdbc.sql("SELECT id::text FROM pooled_key").query(String.class).single();
        EscrowId id = CustodyBench.id();
        custody.makeEncryptionKey(id);
        assertThat(new KeyHistory(bench.jdbc).of(id))
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("pooledKey", pooled));
    }

    @Test
    void an_empty_pool_holds_nobody_up() {
        EscrowId id = CustodyBench.id();
        PublicKey made = custody.makeEncryptionKey(id);
        assertThat(custody.makeEncryptionKey(id)).isEqualTo(made);
        assertThat(bench.actions()).containsExactly("encryption-key.made");
    }

    @Test
    void many_ids_at_once_take_different_keys() throws Exception {
        fill(12);
        List<Callable<PublicKey>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> custody.makeEncryptionKey(CustodyBench.id()));
        }
        assertThat(all(calls)).hasSize(16);
        assertThat(bench.count("pooled_key")).isZero();
        assertThat(bench.count("escrowed_key")).isEqualTo(16);
    }

    @Test
    void many_calls_for_one_id_take_one_key() throws Exception {
        fill(20);
        EscrowId id = CustodyBench.id();
        List<Callable<PublicKey>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> custody.makeEncryptionKey(id));
        }
        assertThat(all(calls)).hasSize(1);
        assertThat(bench.count("escrowed_key")).isOne();
        // Who came too late with another key put it back.
        assertThat(bench.count("pooled_key WHERE taken_for IS NULL")).isGreaterThanOrEqualTo(19);
        assertThat(bench.count("pooled_key WHERE taken_for IS NOT NULL")).isZero();
        assertThat(bench.count("journal WHERE action = 'encryption-key.made'")).isOne();
    }

    @Test
    void a_key_that_was_taken_for_nothing_goes_back() {
        EscrowId id = CustodyBench.id();
        Checkpoint overtaken =
                step -> {
                    if (step == Step.KEY_WRAPPED) {
                        bench.jdbc.sql("UPDATE pooled_key SET taken_for = NULL").update();
                        custody.makeEncryptionKey(id);
                        bench.jdbc
                                .sql("UPDATE pooled_key SET taken_for = :id")
                                .param("id", id.value())
                                .update();
                    }
                };
        fill(2);
        PublicKey slow = new EscrowingCustody(bench.means(overtaken)).makeEncryptionKey(id);
        assertThat(slow).isEqualTo(custody.makeEncryptionKey(id));
        assertThat(bench.count("escrowed_key")).isOne();
        assertThat(bench.count("pooled_key")).isOne();
    }

    @Test
    void no_private_number_lies_open_in_the_pool_and_none_can_be_moved() throws Exception {
        fill(1);
        String row =
                bench.jdbc
                        .sql("SELECT pooled_key::text FROM pooled_key")
                        .query(String.class)
                        .single();
        EscrowId id = CustodyBench.id();
        custody.makeEncryptionKey(id);
        var subscriber = CustodyBench.sm2();
        byte[] envelope = custody.release(id, subscriber.getPublic(), FORM).encoded();
        var opened =
                org.yinxin.pki.envelope.Sm2EnvelopedKey.parse(envelope)
                        .open(subscriber.getPrivate());
        assertThat(row)
                .doesNotContain(
                        HexFormat.of().formatHex(PublicKeys.sm2PrivateNumber(opened.getPrivate())));
    }

    @Test
    void a_wrapped_key_in_the_pool_is_tied_to_its_row() {
        fill(2);
        bench.jdbc
                .sql(
                        """
                        UPDATE pooled_key p SET wrapped_private_key =
                            (SELECT wrapped_private_key FROM pooled_key WHERE id <> p.id)
                        """)
                .update();
        assertThatThrownBy(() -> custody.makeEncryptionKey(CustodyBench.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
        assertThat(bench.count("escrowed_key")).isZero();
    }

    @Test
    void the_database_itself_lets_no_key_go_anywhere_but_into_escrow() {
        fill(1);
        for (String attack :
                List.of("DELETE FROM pooled_key", "UPDATE pooled_key SET public_key = '\\x00'")) {
            assertThatThrownBy(() -> bench.jdbc.sql(attack).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(bench.count("pooled_key")).isOne();
    }

    private int fill(int level) {
        return new FillKeyPool(bench.means(), level).fill();
    }

    private static Set<PublicKey> all(List<Callable<PublicKey>> calls) throws Exception {
        Set<PublicKey> keys = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PublicKey> key : threads.invokeAll(calls)) {
                keys.add(key.get());
            }
        }
        return keys;
    }
}
