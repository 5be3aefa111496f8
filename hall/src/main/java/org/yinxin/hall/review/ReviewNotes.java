package org.yinxin.hall.review;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.reference.CaseNumber;

/** Notes to colleagues. They are added and never changed. */
@Repository
class ReviewNotes {

    private final JdbcClient jdbc;
    private final SealedJson json;

    ReviewNotes(JdbcClient jdbc, SealedJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first. */
    List<Note> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT written_by, written_name, written_at, note FROM review_note
                         WHERE number = :number ORDER BY id DESC
                        """)
                .param("number", number.text())
                .query(
                        (row, _) ->
                                new Note(
                                        new Officer(
                                                new OperatorId(
                                                        row.getObject("written_by", UUID.class)),
                                                row.getString("written_name")),
                                        row.getTimestamp("written_at").toInstant(),
                                        json.text(row.getBytes("note"))))
                .list();
    }

    void add(CaseNumber number, Note note) {
        jdbc.sql(
                        """
                        INSERT INTO review_note (number, written_by, written_name, written_at, note)
                        VALUES (:number, :by, :name, :at, :note)
                        """)
                .param("number", number.text())
                .param("by", note.by().id().value())
                .param("name", note.by().name())
                .param("at", Timestamp.from(note.at()))
                .param("note", json.sealText(note.text()))
                .update();
    }
}
