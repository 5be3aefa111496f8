package org.yinxin.hall.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what is in the folder. */
@Repository
class ArchivePapers {

    private final JdbcClient jdbc;

    ArchivePapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Bytes that are known already keep their first entry. */
    void add(StoredPaper paper, String storedBy, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO archive_paper (sm3, format, pages, width, height, bytes, stored_by, stored_at)
                        VALUES (:sm3, :format, :pages, :width, :height, :bytes, :storedBy, :storedAt)
                        ON CONFLICT (sm3) DO NOTHING
                        """)
                .param("sm3", paper.id().sm3())
                .param("format", paper.format().name())
                .param("pages", paper.pages())
                .param("width", paper.width())
                .param("height", paper.height())
                .param("bytes", paper.bytes())
                .param("storedBy", storedBy)
                .param("storedAt", Timestamp.from(at))
                .update();
    }

    Optional<StoredPaper> find(PaperId id) {
        return jdbc.sql(
                        """
                        SELECT sm3, format, pages, width, height, bytes
                          FROM archive_paper
                         WHERE sm3 = :sm3
                        """)
                .param("sm3", id.sm3())
                .query(ArchivePapers::read)
                .optional();
    }

    private static StoredPaper read(ResultSet row, int number) throws SQLException {
        return new StoredPaper(
                new PaperId(row.getString("sm3")),
                PaperFormat.valueOf(row.getString("format")),
                row.getInt("pages"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("bytes"));
    }
}
