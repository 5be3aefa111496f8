package org.yinxin.authority.custodian;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of custodians. */
public final class Custodians {

    private final JdbcClient jdbc;

    public Custodians(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them by name, the closed ones too. */
    public List<Custodian> all() {
        return jdbc.sql("SELECT * FROM custodian ORDER BY name").query(Custodians::read).list();
    }

    /** The one of that name, and nobody else compares his secret until the transaction ends. */
    Optional<Custodian> lock(CustodianName name) {
        return jdbc.sql("SELECT * FROM custodian WHERE name = :name FOR UPDATE")
                .param("name", name.value())
                .query(Custodians::read)
                .optional();
    }

    /** Lets one change at a time look who there is. */
    void lockTable() {
        jdbc.sql("LOCK TABLE custodian IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** The duty of an open one of that name. */
    public Optional<CustodianDuty> dutyOf(CustodianName name) {
        return jdbc.sql("SELECT * FROM custodian WHERE name = :name AND closed_at IS NULL")
                .param("name", name.value())
                .query(Custodians::read)
                .optional()
                .map(Custodian::duty);
    }

    /** How many of a duty may act. */
    int open(CustodianDuty duty) {
        return jdbc.sql("SELECT count(*) FROM custodian WHERE closed_at IS NULL AND duty = :duty")
                .param("duty", duty.name())
                .query(Integer.class)
                .single();
    }

    /** Whether both may still act. */
    boolean areOpen(TwoCustodians two) {
        return jdbc.sql(
                                "SELECT count(*) FROM custodian WHERE closed_at IS NULL AND name = ANY (:names)")
                        .param(
                                "names",
                                two.names().stream()
                                        .map(CustodianName::value)
                                        .toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == two.names().size();
    }

    /** Answers false, with nothing written, when the name is taken. */
    boolean insert(CustodianName name, CustodianDuty duty, HashedSecret secret, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO custodian (name, duty, salt, secret_hash, added_at)
                                VALUES (:name, :duty, :salt, :hash, :now) ON CONFLICT (name) DO NOTHING
                                """)
                        .param("name", name.value())
                        .param("duty", duty.name())
                        .param("salt", secret.salt())
                        .param("hash", secret.hash())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    void tried(CustodianName name, int failures, @Nullable Instant lockedUntil) {
        jdbc.sql(
                        """
                        UPDATE custodian SET failures = :failures, locked_until = :until
                        WHERE name = :name
                        """)
                .param("name", name.value())
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : time(lockedUntil))
                .update();
    }

    /** Answers whether there was one to close. */
    boolean close(CustodianName name, CustodianDuty duty, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE custodian SET closed_at = :now
                                WHERE name = :name AND duty = :duty AND closed_at IS NULL
                                """)
                        .param("name", name.value())
                        .param("duty", duty.name())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    private static Custodian read(ResultSet row, int number) throws SQLException {
        return new Custodian(
                new CustodianName(row.getString("name")),
                CustodianDuty.valueOf(row.getString("duty")),
                new HashedSecret(row.getBytes("salt"), row.getBytes("secret_hash")),
                row.getInt("failures"),
                instant(row, "locked_until"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
