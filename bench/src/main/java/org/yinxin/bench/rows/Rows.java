package org.yinxin.bench.rows;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yinxin.app.RunningHall;
import org.yinxin.app.wiring.Databases;
import org.yinxin.bench.site.Upkeep;
import org.yinxin.hall.HallSchema;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.privacy.ColumnCipher;

/**
 * Writes cases into a hall, some at a time. The same draw makes the same cases, so that a hall that was filled before is
 * only drawn again, with the moment that it keeps a note of.
 */
public final class Rows {

    /** In the hall's folder: when it was filled. */
    private static final String NOTE = "bench-began";

    private static final int A_CHUNK = 50_000;

    /** So many cases keep what people might look them up by. */
    private static final int SAMPLES = 2000;

    /** Up to so many cases the lists of money are dense, so that they are full however few cases there are. */
    private static final int DENSE = 10_000;

    private final HikariDataSource hall;
    private final HikariDataSource authority;
    private final ColumnCipher cipher;
    private final Instant now;
    private final List<Kind> kinds;
    private final Plan rare;
    private final Drawing drawing;
    private final CaseTable table;
    private List<Case> samples = List.of();
    private int written;

    private Rows(RunningHall running, Instant now) {
        Databases databases = running.part(Databases.class);
        hall = databases.hall();
        authority = databases.authority();
        cipher = running.part(ColumnCipher.class);
        this.now = now;
        List<Plan> plans = running.part(Catalogue.class).live();
        rare = plans.getLast();
        kinds = Kinds.of(plans);
        drawing = new Drawing(kinds, rare, now);
        table = new CaseTable(cipher, operator("entry"), operator("approval"));
    }

    /** For a hall without any case, or with those that were written before; refuses one that has others. */
    public static Rows into(RunningHall running) {
        Path note = running.data().root().resolve(NOTE);
        int there =
                JdbcClient.create(running.part(Databases.class).hall())
                        .sql("SELECT count(*) FROM application")
                        .query(Integer.class)
                        .single();
        try {
            if (there == 0) {
                Instant now = running.part(Clock.class).instant();
                Files.writeString(note, now.toString());
                return new Rows(running, now);
            }
            if (!Files.exists(note)) {
                throw new IllegalStateException("this hall has cases of its own");
            }
            Rows rows = new Rows(running, Instant.parse(Files.readString(note).strip()));
            rows.drawAgain(there);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drawAgain(int cases) {
        List<Case> kept = new ArrayList<>();
        int every = every(cases);
        while (written < cases) {
            keep(drawing.next(), every, kept);
            written++;
        }
        samples = kept;
        long known =
                JdbcClient.create(hall)
                        .sql("SELECT count(*) FROM application WHERE number = ANY (:numbers)")
                        .param("numbers", samples().caseNumbers().toArray(String[]::new))
                        .query(Long.class)
                        .single();
        if (known != kept.size()) {
            throw new IllegalStateException(
                    "this hall was filled by another build or with other plans");
        }
    }

    private static int every(int cases) {
        return Math.max(1, cases / SAMPLES);
    }

    private static void keep(Case drawn, int every, List<Case> kept) {
        if (drawn.seq() % every == 0) {
            kept.add(drawn);
        }
    }

    /** How many cases there are. */
    public int written() {
        return written;
    }

    /** The plan of which there are few cases, however many there are of the others. */
    public String rarePlan() {
        return rare.code().text();
    }

    /** Something of what was written, to look it up. */
    public Samples samples() {
        return new Samples(samples, JdbcClient.create(hall), CaseTable.account(0));
    }

    /** Writes until there are so many cases, and tidies up as the database itself would in time. */
    public void fillUpTo(int cases) {
        if (cases == written) {
            return;
        }
        try {
            write(cases);
            Upkeep.of(hall, HallSchema.SCHEMA);
            Upkeep.tidy(authority);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(int cases) throws SQLException {
        List<Case> kept = new ArrayList<>();
        int every = every(cases - written);
        try (Connection own = hall.getConnection();
                Connection authoritys = authority.getConnection()) {
            prepare(own);
            try (Statement statement = authoritys.createStatement()) {
                statement.execute("SET synchronous_commit = off");
                statement.execute(
                        """
                        CREATE TEMPORARY TABLE IF NOT EXISTS pair_row
                            (seq bigint, pair uuid, authority text, sign bytea, encrypt bytea, revoked boolean, at timestamptz)
                        """);
            }
            while (written < cases) {
                long known = written == 0 ? 0 : drawing.accounts();
                List<Case> chunk = new ArrayList<>();
                for (int i = Math.min(A_CHUNK, cases - written); i > 0; i--) {
                    chunk.add(drawing.next());
                }
                boolean dense = written < DENSE;
                written += chunk.size();
                chunk.forEach(each -> keep(each, every, kept));
                authority(authoritys, chunk);
                own.setAutoCommit(false);
                table.accounts(own, known, drawing.accounts(), now);
                table.fill(own, chunk);
                hall(own, dense);
                own.commit();
                own.setAutoCommit(true);
            }
            try (Statement statement = own.createStatement()) {
                statement.execute("DISCARD ALL");
            }
            try (Statement statement = authoritys.createStatement()) {
                statement.execute("DISCARD ALL");
            }
        }
        samples = kept;
    }

    private void prepare(Connection own) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET work_mem = '256MB'");
            for (String sql : Statements.of("tables.sql")) {
                statement.execute(sql);
            }
        }
        own.setAutoCommit(false);
        new KindTables(own, cipher).fill(kinds);
        own.commit();
        own.setAutoCommit(true);
        try (Statement statement = own.createStatement()) {
            statement.execute("ANALYZE kind");
        }
    }

    private void hall(Connection own, boolean dense) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(own, true));
        jdbc.sql("ANALYZE case_row").update();
        Map<String, Object> values =
                Map.of(
                        "now",
                        Timestamp.from(now),
                        "paper",
                        "0".repeat(64),
                        "der",
                        certificate(),
                        "voucherStep",
                        dense ? 1 : 2,
                        "moneyStep",
                        dense ? 50 : 2000);
        for (String sql : Statements.of("hall.sql")) {
            jdbc.sql(sql).params(values).update();
        }
        jdbc.sql("TRUNCATE case_row").update();
    }

    private void authority(Connection authoritys, List<Case> cases) throws SQLException {
        HexFormat hex = HexFormat.of();
        authoritys.setAutoCommit(false);
        try (Copy copy = new Copy(authoritys, "pair_row")) {
            for (Case each : cases) {
                if (each.kind().passed(GateSettings.Production.class)) {
                    copy.put(each.seq())
                            .put(each.pair())
                            .put(each.kind().plan().authority())
                            .put(hex.parseHex(each.sign()))
                            .put(hex.parseHex(each.encrypt()))
                            .put(each.seq() % 50 == 0)
                            .put(each.openedAt())
                            .endRow();
                }
            }
            copy.end();
        }
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(authoritys, true));
        for (String sql : Statements.of("authority.sql")) {
            jdbc.sql(sql).update();
        }
        jdbc.sql("TRUNCATE pair_row").update();
        authoritys.commit();
        authoritys.setAutoCommit(true);
    }

    /** The certificate of an authority stands for those it issued: about as long, and nobody reads it in a list. */
    private byte[] certificate() {
        return JdbcClient.create(authority)
                .sql(
                        "SELECT certificate FROM certification_authority ORDER BY parent NULLS LAST LIMIT 1")
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    /** The member of the staff of that name. */
    public UUID operator(String name) {
        return JdbcClient.create(hall)
                .sql("SELECT id FROM operator WHERE name = :name")
                .param("name", name)
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }
}
