package org.yinxin.hall.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of released plans. Rows are added and never changed. */
@Repository
class PlanVersions {

    /**
     * One released version.
     *
     * @param plan which plan
     * @param version counted from 1
     * @param source the file as it was released
     */
    record PlanVersion(String plan, int version, String source) {}

    /** Which version of a plan is live. */
    record Live(PlanCode plan, int version) {}

    private final JdbcClient jdbc;

    PlanVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other nodes from releasing until the transaction ends. */
    void lock() {
        jdbc.sql("LOCK TABLE plan_version IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /**
     * Adds what came with the program, unless the newest version is the same or people have released it: a start never
     * undoes what they did. Answers whether it was added.
     */
    boolean add(PlanCode plan, String sm3, String source, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO plan_version (plan, version, sm3, source, released_at)
                                SELECT :plan, coalesce(max(version), 0) + 1, :sm3, :source, :at
                                  FROM plan_version
                                 WHERE plan = :plan
                                HAVING (array_agg(sm3 ORDER BY version DESC))[1] IS DISTINCT FROM :sm3
                                   AND (array_agg(released_by ORDER BY version DESC))[1] IS NULL
                                """)
                        .param("plan", plan.text())
                        .param("sm3", sm3)
                        .param("source", source)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Adds what two people have released; the caller holds the lock. */
    void release(ReleasedVersion version, String source) {
        jdbc.sql(
                        """
                        INSERT INTO plan_version
                               (plan, version, sm3, source, released_at, proposed_by, released_by)
                        VALUES (:plan, :version, :sm3, :source, :at, :proposed, :released)
                        """)
                .param("plan", version.plan().text())
                .param("version", version.version())
                .param("sm3", version.sm3())
                .param("source", source)
                .param("at", version.since().atOffset(ZoneOffset.UTC))
                .param("proposed", version.proposedBy())
                .param("released", version.releasedBy())
                .update();
    }

    /** The newest version of each plan, without its source. */
    List<Live> live() {
        return jdbc.sql(
                        "SELECT plan, max(version) AS version FROM plan_version GROUP BY plan ORDER BY plan")
                .query(
                        (row, _) ->
                                new Live(
                                        new PlanCode(row.getString("plan")), row.getInt("version")))
                .list();
    }

    Optional<ReleasedVersion> newest(PlanCode plan) {
        return all(plan).stream().findFirst();
    }

    /** All versions of a plan, the newest first. */
    List<ReleasedVersion> all(PlanCode plan) {
        return jdbc.sql(
                        """
                        SELECT version, sm3, released_at, proposed_by, released_by
                          FROM plan_version WHERE plan = :plan ORDER BY version DESC
                        """)
                .param("plan", plan.text())
                .query(
                        (row, _) ->
                                new ReleasedVersion(
                                        plan,
                                        row.getInt("version"),
                                        row.getString("sm3"),
                                        row.getObject("released_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("proposed_by"),
                                        row.getString("released_by")))
                .list();
    }

    Optional<PlanVersion> find(PlanCode plan, int version) {
        return jdbc.sql(
                        """
                        SELECT plan, version, source
                          FROM plan_version
                         WHERE plan = :plan AND version = :version
                        """)
                .param("plan", plan.text())
                .param("version", version)
                .query(PlanVersions::read)
                .optional();
    }

    private static PlanVersion read(ResultSet row, int index) throws SQLException {
        return new PlanVersion(
                row.getString("plan"), row.getInt("version"), row.getString("source"));
    }
}
