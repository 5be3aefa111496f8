package org.yinxin.hall.application;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.application.Contents.Answer;
import org.yinxin.hall.application.Contents.Earlier;
import org.yinxin.hall.application.Contents.GivenPaper;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** The answers and papers of applications. The application's row is locked by whoever changes them. */
@Repository
class HandedIn {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    HandedIn(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Contents of(CaseNumber number) {
        Map<String, Answer> answers = new HashMap<>();
        jdbc.sql(
                        "SELECT name, plain, sealed, saved_at FROM application_field WHERE number = :number")
                .param("number", number.text())
                .query(
                        row -> {
                            byte[] sealed = row.getBytes("sealed");
                            answers.put(
                                    row.getString("name"),
                                    new Answer(
                                            sealed == null
                                                    ? row.getString("plain")
                                                    : cipher.open(sealed),
                                            GateColumns.instant(row, "saved_at")));
                        });
        Map<String, GivenPaper> papers = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT paper, sm3, format, bytes, attached_at
                          FROM application_paper
                         WHERE number = :number
                        """)
                .param("number", number.text())
                .query(
                        row -> {
                            papers.put(
                                    row.getString("paper"),
                                    new GivenPaper(
                                            new PaperId(row.getString("sm3")),
                                            PaperFormat.valueOf(row.getString("format")),
                                            row.getLong("bytes"),
                                            GateColumns.instant(row, "attached_at")));
                        });
        return new Contents(answers, papers, facts(number), earlier(number));
    }

    private Map<String, Earlier> earlier(CaseNumber number) {
        Map<String, Earlier> earlier = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT name, sealed, fixed FROM application_earlier_answer WHERE number = :number
                        """)
                .param("number", number.text())
                .query(
                        row -> {
                            earlier.put(
                                    row.getString("name"),
                                    new Earlier(
                                            cipher.open(row.getBytes("sealed")),
                                            row.getBoolean("fixed")));
                        });
        return earlier;
    }

    void forgetEarlier(CaseNumber number, String name) {
        jdbc.sql("DELETE FROM application_earlier_answer WHERE number = :number AND name = :name")
                .param("number", number.text())
                .param("name", name)
                .update();
    }

    /** Keeps what was answered for the certificate before. */
    void keepEarlier(CaseNumber number, String name, String value, boolean fixed) {
        jdbc.sql(
                        """
                        INSERT INTO application_earlier_answer (number, name, sealed, fixed)
                        VALUES (:number, :name, :sealed, :fixed)
                        ON CONFLICT (number, name) DO UPDATE
                           SET sealed = excluded.sealed, fixed = excluded.fixed
                        """)
                .param("number", number.text())
                .param("name", name)
                .param("sealed", cipher.seal(value))
                .param("fixed", fixed)
                .update();
    }

    private Map<Fact, String> facts(CaseNumber number) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        jdbc.sql("SELECT fact, value FROM application_fact WHERE number = :number")
                .param("number", number.text())
                .query(
                        row -> {
                            facts.put(Fact.valueOf(row.getString("fact")), row.getString("value"));
                        });
        return facts;
    }

    /** Notes what the hall has come to know; what it knew before is replaced. */
    void know(CaseNumber number, Fact fact, String value) {
        jdbc.sql(
                        """
                        INSERT INTO application_fact (number, fact, value)
                        VALUES (:number, :fact, :value)
                        ON CONFLICT (number, fact) DO UPDATE SET value = excluded.value
                        """)
                .param("number", number.text())
                .param("fact", fact.name())
                .param("value", value)
                .update();
    }

    void answer(CaseNumber number, String name, String value, boolean personal, Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", number.text());
        values.put("name", name);
        values.put("plain", personal ? null : value);
        values.put("sealed", personal ? cipher.seal(value) : null);
        values.put("at", GateColumns.utc(at));
        jdbc.sql(
                        """
                        INSERT INTO application_field (number, name, plain, sealed, saved_at)
                        VALUES (:number, :name, :plain, :sealed, :at)
                        ON CONFLICT (number, name) DO UPDATE
                           SET plain = excluded.plain, sealed = excluded.sealed,
                               saved_at = excluded.saved_at
                        """)
                .params(values)
                .update();
    }

    void forget(CaseNumber number, String name) {
        jdbc.sql("DELETE FROM application_field WHERE number = :number AND name = :name")
                .param("number", number.text())
                .param("name", name)
                .update();
    }

    void attach(CaseNumber number, String paper, GivenPaper given) {
        jdbc.sql(
                        """
                        INSERT INTO application_paper (number, paper, sm3, format, bytes, attached_at)
                        VALUES (:number, :paper, :sm3, :format, :bytes, :at)
                        ON CONFLICT (number, paper) DO UPDATE
                           SET sm3 = excluded.sm3, format = excluded.format,
                               bytes = excluded.bytes, attached_at = excluded.attached_at
                        """)
                .param("number", number.text())
                .param("paper", paper)
                .param("sm3", given.paper().sm3())
                .param("format", given.format().name())
                .param("bytes", given.bytes())
                .param("at", GateColumns.utc(given.attachedAt()))
                .update();
    }

    void remove(CaseNumber number, String paper) {
        jdbc.sql("DELETE FROM application_paper WHERE number = :number AND paper = :paper")
                .param("number", number.text())
                .param("paper", paper)
                .update();
    }
}
