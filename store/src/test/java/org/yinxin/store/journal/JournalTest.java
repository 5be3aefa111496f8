package org.yinxin.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.store.journal.ChainState.Broken;
import org.yinxin.store.journal.ChainState.Fault;
import org.yinxin.store.journal.ChainState.Intact;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.Schemas;
import org.yinxin.store.postgres.SharedServer;

class JournalTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00.123456Z");

    private DatabaseServer server;
    private HikariDataSource database;
    private Journal journal;
    private JournalSealer sealer;
    private JournalVerification verification;

    @BeforeEach
    void open() {
        server = SharedServer.freshDatabase();
        database = Schemas.open(server, SharedServer.ONE);
        journal = new JdbcJournal(JdbcClient.create(database), SharedServer.ONE);
        sealer = new JournalSealer(database, SharedServer.ONE);
        verification = new JournalVerification(database, SharedServer.ONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void record(String subject) {
        journal.record(
                new JournalEntry(
                        NOON,
                        "operator:1",
                        "review.approved",
                        subject,
                        Map.of("理由", "资料齐全", "b", "", "a", "\"x\"")));
    }

    private void recordAndSeal(int count) {
        for (int i = 1; i <= count; i++) {
            record("application:" + i);
        }
        sealer.seal();
    }

    /** What only the database's superuser can do: triggers off. */
    private void tamper(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                Statement tampering = connection.createStatement()) {
            tampering.execute("SET session_replication_role = replica");
            tampering.execute(statement);
        }
    }

    @Test
    void an_empty_journal_is_intact() {
        assertThat(verification.verify()).isEqualTo(new Intact(JournalHead.none(), 0));
    }

    @Test
    void sealed_entries_form_an_intact_chain_over_several_batches() {
        recordAndSeal(1234);
        record("application:late");
        assertThat(verification.verify())
                .isInstanceOfSatisfying(
                        Intact.class,
                        intact -> {
                            assertThat(intact.head().position()).isEqualTo(1234);
                            assertThat(intact.unsealed()).isEqualTo(1);
                        });
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealer.seal()).isZero();
    }

    @Test
    void an_entry_is_there_if_and_only_if_the_fact_is() {
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.executeWithoutResult(
                status -> {
                    record("application:undone");
                    status.setRollbackOnly();
                });
        transaction.executeWithoutResult(
                status -> {
                    record("application:done");
                    // Not yet committed, so it must not be sealed by another connection.
                    assertThat(sealedElsewhere()).isZero();
                });
        assertThat(sealer.seal()).isEqualTo(1);
    }

    private long sealedElsewhere() {
        try (HikariDataSource other = Schemas.open(server, SharedServer.ONE)) {
            return new JournalSealer(other, SharedServer.ONE).seal();
        }
    }

    @Test
    void finds_every_altered_field_as_the_superuser_would_alter_it() throws SQLException {
        recordAndSeal(5);
        for (String change :
                List.of(
                        "at = at + interval '1 microsecond'",
                        "actor = 'operator:2'",
                        "action = 'review.refused'",
                        "subject = 'application:9'",
                        "details = details || '{\"a\": \"y\"}'",
                        "details = details - 'b'",
                        "link = sha256('x')")) {
            tamper("CREATE TABLE one.kept AS SELECT * FROM one.journal WHERE position = 3");
            tamper("UPDATE one.journal SET " + change + " WHERE position = 3");
            assertThat(verification.verify()).as(change).isEqualTo(new Broken(3, 3, Fault.ALTERED));
            tamper(
                    "UPDATE one.journal j SET at = k.at, actor = k.actor, action = k.action, subject = k.subject,"
                            + " details = k.details, link = k.link FROM one.kept k WHERE j.id = k.id");
            tamper("DROP TABLE one.kept");
            assertThat(verification.verify()).isInstanceOf(Intact.class);
        }
    }

    @Test
    void finds_a_removed_row() throws SQLException {
        recordAndSeal(5);
        tamper("DELETE FROM one.journal WHERE position = 2");
        assertThat(verification.verify()).isEqualTo(new Broken(2, 3, Fault.MISSING));
    }

    @Test
    void finds_that_the_first_row_was_removed_and_the_rest_moved_up() throws SQLException {
        recordAndSeal(3);
        tamper("DELETE FROM one.journal WHERE position = 1");
        tamper("UPDATE one.journal SET position = position - 1");
        assertThat(verification.verify()).isEqualTo(new Broken(1, 2, Fault.ALTERED));
    }

    @Test
    void finds_two_rows_that_changed_places() throws SQLException {
        recordAndSeal(4);
        tamper("UPDATE one.journal SET position = position + 10 WHERE position IN (2, 3)");
        tamper("UPDATE one.journal SET position = 15 - position WHERE position IN (12, 13)");
        assertThat(verification.verify()).isEqualTo(new Broken(2, 3, Fault.ALTERED));
    }

    @Test
    void finds_a_cut_end_when_an_earlier_head_was_kept() throws SQLException {
        recordAndSeal(5);
        JournalHead kept = ((Intact) verification.verify()).head();
        record("application:6");
        sealer.seal();
        assertThat(verification.verify(kept)).isInstanceOf(Intact.class);
        tamper("DELETE FROM one.journal WHERE position >= 4");
        assertThat(verification.verify()).isInstanceOf(Intact.class);
        assertThat(verification.verify(kept)).isEqualTo(new Broken(4, 0, Fault.MISSING));
        recordAndSeal(3);
        assertThat(verification.verify(kept))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.position()).isEqualTo(5));
    }

    @Test
    void the_owner_of_the_schema_cannot_change_delete_or_empty_it_by_a_statement() {
        recordAndSeal(1);
        record("application:unsealed");
        JdbcClient owner = JdbcClient.create(database);
        for (String attempt :
                List.of(
                        "UPDATE journal SET actor = 'operator:2' WHERE position IS NULL",
                        "UPDATE journal SET position = 7",
                        "DELETE FROM journal",
                        "TRUNCATE journal")) {
            assertThatThrownBy(() -> owner.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(sealer.seal()).isEqualTo(1);
    }

    @Test
    void an_entry_names_its_actor_action_and_subject() {
        assertThatThrownBy(() -> new JournalEntry(NOON, " ", "a", "b", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
