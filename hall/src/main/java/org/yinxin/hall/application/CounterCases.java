package org.yinxin.hall.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** What officers vouch for at the counter: visits, the cases entered in them, and the originals. */
@Repository
class CounterCases {

    private static final String VISIT =
            """
            v.id, v.account, v.masked, v.mobile, v.name, v.identity, v.received_by, v.received_name, v.received_at""";

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    CounterCases(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(Visit visit) {
        jdbc.sql(
                        """
                        INSERT INTO counter_visit (id, account, masked, mobile, name, identity, received_by,
                               received_name, received_at)
                        VALUES (:id, :account, :masked, :mobile, :name, :identity, :officer, :officerName, :at)
                        """)
                .param("id", visit.id())
                .param("account", visit.account().value())
                .param("masked", visit.maskedMobile())
                .param("mobile", cipher.seal(visit.mobile()))
                .param("name", cipher.seal(visit.name()))
                .param("identity", cipher.seal(visit.identityNumber()))
                .param("officer", visit.officer().value())
                .param("officerName", visit.officerName())
                .param("at", GateColumns.utc(visit.at()))
                .update();
    }

    Optional<Visit> visit(UUID id) {
        return jdbc.sql("SELECT " + VISIT + " FROM counter_visit AS v WHERE v.id = :id")
                .param("id", id)
                .query((row, _) -> visit(row))
                .optional();
    }

    /** The visit in which a case was entered; empty for a case that came on line. */
    Optional<Visit> visitOf(CaseNumber number) {
        return jdbc.sql(
                        "SELECT "
                                + VISIT
                                + """
                                 FROM counter_case AS c JOIN counter_visit AS v ON v.id = c.visit
                                 WHERE c.number = :number
                                """)
                .param("number", number.text())
                .query((row, _) -> visit(row))
                .optional();
    }

    void enter(CaseNumber number, Visit visit, Actor.Operator by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO counter_case (number, visit, entered_by, entered_name, entered_at)
                        VALUES (:number, :visit, :by, :name, :at)
                        """)
                .param("number", number.text())
                .param("visit", visit.id())
                .param("by", by.operator().value())
                .param("name", by.name())
                .param("at", GateColumns.utc(at))
                .update();
        lendHand(number, by);
    }

    boolean entered(CaseNumber number) {
        return jdbc.sql("SELECT 1 FROM counter_case WHERE number = :number")
                .param("number", number.text())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The cases that an officer entered last, the newest first. */
    List<CaseNumber> lately(OperatorId officer, int most) {
        return jdbc.sql(
                        """
                        SELECT number FROM counter_case WHERE entered_by = :officer
                         ORDER BY entered_at DESC, number DESC LIMIT :most
                        """)
                .param("officer", officer.value())
                .param("most", most)
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Notes that somebody had a hand in entering the case. */
    void lendHand(CaseNumber number, Actor.Operator by) {
        jdbc.sql(
                        """
                        INSERT INTO counter_officer (number, officer) VALUES (:number, :officer)
                        ON CONFLICT DO NOTHING
                        """)
                .param("number", number.text())
                .param("officer", by.operator().value())
                .update();
    }

    /** Who had a hand in entering it; nobody when it came on line. */
    Set<OperatorId> officers(CaseNumber number) {
        return jdbc
                .sql("SELECT officer FROM counter_officer WHERE number = :number")
                .param("number", number.text())
                .query((row, _) -> new OperatorId(row.getObject("officer", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void receive(CaseNumber number, String paper, boolean kept, Actor.Operator by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO counter_original (number, paper, kept, officer, officer_name, at)
                        VALUES (:number, :paper, :kept, :officer, :name, :at)
                        ON CONFLICT (number, paper) DO UPDATE
                           SET kept = excluded.kept, officer = excluded.officer,
                               officer_name = excluded.officer_name, at = excluded.at
                        """)
                .param("number", number.text())
                .param("paper", paper)
                .param("kept", kept)
                .param("officer", by.operator().value())
                .param("name", by.name())
                .param("at", GateColumns.utc(at))
                .update();
    }

    /** The paper is another one now, of which nobody has seen the original. */
    void forgetOriginal(CaseNumber number, String paper) {
        jdbc.sql("DELETE FROM counter_original WHERE number = :number AND paper = :paper")
                .param("number", number.text())
                .param("paper", paper)
                .update();
    }

    /** The originals of a case, by the code of the paper. */
    Map<String, Original> originals(CaseNumber number) {
        Map<String, Original> originals = new HashMap<>();
        jdbc.sql(
                        "SELECT paper, kept, officer_name, at FROM counter_original WHERE number = :number")
                .param("number", number.text())
                .query(
                        row -> {
                            originals.put(
                                    row.getString("paper"),
                                    new Original(
                                            row.getBoolean("kept"),
                                            row.getString("officer_name"),
                                            GateColumns.instant(row, "at")));
                        });
        return originals;
    }

    private Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("masked"),
                cipher.open(row.getBytes("mobile")),
                cipher.open(row.getBytes("name")),
                cipher.open(row.getBytes("identity")),
                new OperatorId(row.getObject("received_by", UUID.class)),
                row.getString("received_name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
