package org.yinxin.hall.certificate;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/** For which further projects a pair was enabled. Rows are only added. */
@Repository
class Enablements {

    private final JdbcClient jdbc;

    Enablements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false when the pair was enabled for the project before. */
    boolean add(UUID pair, EnabledProject enabled) {
        return jdbc.sql(
                                """
                                INSERT INTO certificate_enablement (pair, project, name_zh, name_en, case_number, at)
                                VALUES (:pair, :project, :zh, :en, :case, :at) ON CONFLICT DO NOTHING
                                """)
                        .param("pair", pair)
                        .param("project", enabled.project())
                        .param("zh", enabled.name().zh())
                        .param("en", enabled.name().en())
                        .param("case", enabled.caseNumber().text())
                        .param("at", enabled.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those of a pair and of the pairs whose place it took, in the order in which they came; each project once. */
    List<EnabledProject> of(UUID pair) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE line AS (
                            SELECT CAST(:pair AS uuid) AS pair
                            UNION
                            SELECT succession.predecessor
                              FROM line JOIN certificate_succession AS succession ON succession.pair = line.pair
                        ), first AS (
                            SELECT DISTINCT ON (project) project, name_zh, name_en, case_number, at
                              FROM certificate_enablement JOIN line USING (pair)
                             ORDER BY project, at, case_number
                        )
                        SELECT * FROM first ORDER BY at, project
                        """)
                .param("pair", pair)
                .query(
                        (row, _) ->
                                new EnabledProject(
                                        row.getString("project"),
                                        new Words(
                                                row.getString("name_zh"), row.getString("name_en")),
                                        new CaseNumber(row.getString("case_number")),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
