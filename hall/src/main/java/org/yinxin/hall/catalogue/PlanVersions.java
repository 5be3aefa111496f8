package org.yinxin.hall.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    private final JdbcClient jdbc;

    PlanVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other nodes from releasing until the transaction ends. */
    void lock() {
        jdbc.sql("LOCK TABLE plan_version IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Adds a version unless the newest one is the same; answers whether it was added. */
    boolean add(PlanCode plan, String sm3, String source, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO plan_version (plan, version, sm3, source, released_at)
                                SELECT :plan, coalesce(max(version), 0) + 1, :sm3, :source, :at
                                  FROM plan_version
                                 WHERE plan = :plan
                                HAVING coalesce((array_agg(sm3 ORDER BY version DESC))[1], '') <> :sm3
                                """)
                        .param("plan", plan.text())
                        .param("sm3", sm3)
                        .param("source", source)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<PlanVersion> newest() {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (plan) plan, version, source
                          FROM plan_version
                         ORDER BY plan, version DESC
                        """)
                .query(PlanVersions::read)
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
