package org.yinxin.hall.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.application.GateRows.StoredGates;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.application.gate.GateGraph;
import org.yinxin.hall.application.gate.Gates;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.subscriber.Departure;

/** Applications in PostgreSQL; each is read together with the version of the plan it was opened under. */
@Repository
class JdbcApplications implements Applications {

    private static final String COLUMNS =
            """
            SELECT number, account, plan, plan_version, business, about_pair, about_serial,
                   about_until, about_case, opened_at, changed_at, holder,
                   submitted_subject, payment_order, issuance_order, certificates, version
              FROM application
            """;

    private final JdbcClient jdbc;
    private final GateRows gates;
    private final Catalogue catalogue;
    private final ColumnCipher cipher;

    JdbcApplications(JdbcClient jdbc, GateRows gates, Catalogue catalogue, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.gates = gates;
        this.catalogue = catalogue;
        this.cipher = cipher;
    }

    @Override
    public boolean add(Application application) {
        int added =
                jdbc.sql(
                                """
                                INSERT INTO application (number, account, plan, plan_version, business,
                                                         opened_at, changed_at, single, version,
                                                         about_pair, about_serial, about_until, about_case)
                                VALUES (:number, :account, :plan, :plan_version, :business,
                                        :opened_at, :opened_at, :single, :version,
                                        :about_pair, :about_serial, :about_until, :about_case)
                                ON CONFLICT DO NOTHING
                                """)
                        .params(AboutColumns.values(application.about()))
                        .param("number", application.number().text())
                        .param("account", application.account().value())
                        .param("plan", application.plan().code().text())
                        .param("plan_version", application.plan().version())
                        .param("business", application.business().code().text())
                        .param("opened_at", GateColumns.utc(application.openedAt()))
                        .param(
                                "single",
                                application.about() == null
                                        && application.business().limits().oneOpenCase())
                        .param("version", application.version())
                        .update();
        if (added == 1) {
            gates.add(application, application.openedAt());
        }
        return added == 1;
    }

    @Override
    public Optional<Application> find(CaseNumber number) {
        return read(jdbc.sql(COLUMNS + " WHERE number = :number").param("number", number.text()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Application> lock(CaseNumber number) {
        return read(
                        jdbc.sql(COLUMNS + " WHERE number = :number FOR UPDATE")
                                .param("number", number.text()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<CaseNumber> openCase(AccountId account, PlanCode plan, BusinessCode business) {
        return jdbc.sql(
                        """
                        SELECT number
                          FROM application
                         WHERE account = :account AND plan = :plan AND business = :business
                           AND ended_at IS NULL AND single
                        """)
                .param("account", account.value())
                .param("plan", plan.text())
                .param("business", business.text())
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .optional();
    }

    @Override
    public Optional<CaseNumber> openCase(UUID pair, BusinessCode business) {
        return jdbc.sql(
                        """
                        SELECT number
                          FROM application
                         WHERE about_pair = :pair AND business = :business AND ended_at IS NULL
                        """)
                .param("pair", pair)
                .param("business", business.text())
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .optional();
    }

    @Override
    public Application move(Application application, About about, Instant at) {
        int moved =
                jdbc.sql(
                                """
                                UPDATE application
                                   SET about_pair = :about_pair, about_serial = :about_serial,
                                       about_until = :about_until, about_case = :about_case,
                                       changed_at = :at, version = version + 1
                                 WHERE number = :number AND version = :version
                                """)
                        .params(AboutColumns.values(about))
                        .param("at", GateColumns.utc(at))
                        .param("number", application.number().text())
                        .param("version", application.version())
                        .update();
        if (moved != 1) {
            throw new OptimisticLockingFailureException(
                    "application " + application.number() + " was changed from another side");
        }
        return application.with(about).stored(at);
    }

    @Override
    public List<Application> all(Collection<CaseNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : read(
                        jdbc.sql(COLUMNS + " WHERE number = ANY (:numbers)")
                                .param(
                                        "numbers",
                                        numbers.stream()
                                                .map(CaseNumber::text)
                                                .toArray(String[]::new)));
    }

    @Override
    public List<Application> ofAccount(
            AccountId account,
            @Nullable String unit,
            List<Departure> lost,
            @Nullable Place after,
            int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(" WHERE account = :account");
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("account", account.value());
        if (unit != null) {
            sql.append(" AND unit = :unit");
            values.put("unit", unit);
        }
        for (int i = 0; i < lost.size(); i++) {
            sql.append(" AND (unit IS DISTINCT FROM :lost%d OR opened_at > :at%d)".formatted(i, i));
            values.put("lost" + i, lost.get(i).unit().value());
            values.put("at" + i, GateColumns.utc(lost.get(i).at()));
        }
        if (after != null) {
            sql.append(" AND (opened_at < :since OR opened_at = :since AND number > :number)");
            values.put("since", GateColumns.utc(after.since()));
            values.put("number", after.number().text());
        }
        sql.append(" ORDER BY opened_at DESC, number LIMIT :limit");
        values.put("limit", limit);
        return read(jdbc.sql(sql.toString()).params(values));
    }

    @Override
    public Application store(
            Application before,
            Application after,
            List<GateChange> changes,
            Instant at,
            String by) {
        Milestones milestones = after.milestones();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", after.number().text());
        values.put("version", before.version());
        values.put("at", GateColumns.utc(at));
        values.put("ended", after.gates().ended());
        values.put("holder", milestones.holder());
        values.put("subject", seal(milestones.subject()));
        values.put("payment", milestones.order() == null ? null : milestones.order().value());
        values.put("issuance", milestones.issuanceOrder());
        values.put("certificates", milestones.certificates().toArray(String[]::new));
        int stored =
                jdbc.sql(
                                """
                                UPDATE application
                                   SET changed_at = :at,
                                       ended_at = CASE WHEN :ended THEN coalesce(ended_at, :at) END,
                                       holder = :holder,
                                       submitted_subject = :subject,
                                       payment_order = :payment,
                                       issuance_order = :issuance,
                                       certificates = :certificates,
                                       version = version + 1
                                 WHERE number = :number AND version = :version
                                """)
                        .params(values)
                        .update();
        if (stored != 1) {
            throw new OptimisticLockingFailureException(
                    "application " + after.number() + " was changed from another side");
        }
        gates.change(before.gates(), after, at);
        gates.record(after.number(), changes, at, by);
        return after.stored(at);
    }

    @Override
    public void handOver(CaseNumber number, AccountId account) {
        jdbc.sql("UPDATE application SET account = :account WHERE number = :number")
                .param("account", account.value())
                .param("number", number.text())
                .update();
    }

    @Override
    public List<Step> history(CaseNumber number) {
        return gates.history(number);
    }

    private byte @Nullable [] seal(@Nullable String text) {
        return text == null ? null : cipher.seal(text);
    }

    private List<Application> read(JdbcClient.StatementSpec statement) {
        List<Row> rows = statement.query(this::row).list();
        Map<String, StoredGates> stored =
                gates.of(rows.stream().map(row -> row.number().text()).toList());
        return rows.stream().map(row -> application(row, stored.get(row.number().text()))).toList();
    }

    private Application application(Row row, @Nullable StoredGates stored) {
        if (stored == null) {
            throw new IllegalStateException("application " + row.number() + " has no gates");
        }
        Plan plan = catalogue.version(row.plan(), row.planVersion());
        BusinessPlan business = plan.business(row.business()).orElseThrow();
        return new Application(
                row.number(),
                row.account(),
                plan,
                business,
                row.about(),
                row.openedAt(),
                row.changedAt(),
                Gates.restore(
                        GateGraph.ofPlan(business.gates()), stored.states(), stored.reopenings()),
                row.milestones(),
                row.version());
    }

    private record Row(
            CaseNumber number,
            AccountId account,
            PlanCode plan,
            int planVersion,
            BusinessCode business,
            @Nullable About about,
            Instant openedAt,
            Instant changedAt,
            Milestones milestones,
            int version) {}

    private Row row(ResultSet row, int index) throws SQLException {
        byte[] subject = row.getBytes("submitted_subject");
        UUID order = row.getObject("payment_order", UUID.class);
        return new Row(
                new CaseNumber(row.getString("number")),
                new AccountId(row.getObject("account", UUID.class)),
                new PlanCode(row.getString("plan")),
                row.getInt("plan_version"),
                new BusinessCode(row.getString("business")),
                AboutColumns.read(row),
                GateColumns.instant(row, "opened_at"),
                GateColumns.instant(row, "changed_at"),
                new Milestones(
                        row.getString("holder"),
                        subject == null ? null : cipher.open(subject),
                        order == null ? null : new OrderId(order),
                        row.getObject("issuance_order", UUID.class),
                        List.of((String[]) row.getArray("certificates").getArray())),
                row.getInt("version"));
    }
}
