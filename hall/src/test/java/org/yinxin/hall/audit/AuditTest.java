package org.yinxin.hall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.PeopleRooms;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditTest {

    private static final AtomicInteger MADE = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static HallServer hall;

    private final ReadAudit read = hall.get(ReadAudit.class);
    private final AuditTrail trail = hall.get(AuditTrail.class);
    private final VerifyChains verify = hall.get(VerifyChains.class);

    @BeforeAll
    static void open() {
        hall = HallServer.start(List.of(), PeopleRooms.class);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @Test
    @Order(1)
    void pages_through_all_entries_newest_first_without_meeting_one_twice() {
        for (int number = 0; number < 120; number++) {
            trail.record(People.SUBSCRIBER, "test.paged", "thing:" + number);
        }
        var filter = new AuditFilter(null, "test.paged", null, null, null, null);
        List<String> subjects = new ArrayList<>();
        Long before = null;
        do {
            var page =
                    done(
                            read.page(
                                    "hall",
                                    filter.before(before == null ? Long.MAX_VALUE : before)));
            page.entries().forEach(each -> subjects.add(each.subject()));
            trail.record(People.SUBSCRIBER, "test.paged", "thing:new");
            before = page.next();
        } while (before != null);
        assertThat(subjects).hasSize(120).doesNotHaveDuplicates().startsWith("thing:119");
    }

    @Test
    @Order(2)
    void filters_by_actor_action_subject_and_time() {
        hall.clock().advance(Duration.ofDays(1));
        var at = hall.clock().instant();
        trail.record(People.AUDITOR, "test.filtered", "thing:a", Map.of("key", "value"));
        hall.clock().advance(Duration.ofDays(1));
        trail.record(People.PRODUCER, "test.filtered", "thing:b");
        assertThat(
                        found(
                                new AuditFilter(
                                        People.AUDITOR.reference(),
                                        "test.f",
                                        null,
                                        null,
                                        null,
                                        null)))
                .containsExactly("thing:a");
        assertThat(found(new AuditFilter(null, "test.filtered", "thing:b", null, null, null)))
                .containsExactly("thing:b");
        assertThat(found(new AuditFilter(null, "test.filtered", null, at, at.plusSeconds(1), null)))
                .containsExactly("thing:a");
        assertThat(found(new AuditFilter(null, "test.%", null, null, null, null))).isEmpty();
    }

    @Test
    void refuses_a_journal_that_does_not_exist() {
        assertThat(code(read.page("none", AuditFilter.ALL))).isEqualTo(AuditError.UNKNOWN_JOURNAL);
        assertThat(code(read.export(People.AUDITOR, "none", AuditFilter.ALL)))
                .isEqualTo(AuditError.UNKNOWN_JOURNAL);
    }

    @Test
    @Order(3)
    void the_auditor_reads_verifies_and_exports_and_the_export_is_recorded() {
        trail.record(People.AUDITOR, "test.exported", "thing:=cmd()", Map.of("a", "x\"y"));
        Browser auditor = signedIn(Role.AUDITOR);
        assertThat(auditor.get("/staff/audit").body())
                .contains("链的状态", "test.exported", "待封存")
                .doesNotContain("没有符合条件的记录");
        hall.get(Journals.class).all().forEach(each -> each.sealer().seal());
        assertThat(auditor.post("/staff/audit/verification", Map.of()).statusCode()).isEqualTo(303);
        assertThat(auditor.get("/staff/audit?action=test.exported&lang=en").body())
                .contains("Intact, verified up to entry", "test.exported");
        auditor.get("/staff/audit?lang=zh");
        var csv = auditor.post("/staff/audit/export?action=test.exported", Map.of());
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("audit-hall.csv");
        assertThat(csv.body()).contains("id,at,actor", "thing:=cmd()", "\"a=x\"\"y\"");
        assertThat(found(new AuditFilter(null, "audit.exported", null, null, null, null)))
                .containsExactly("journal:hall");
        assertThat(auditor.call("GET", "/api/v1/staff/audit?action=test.exported", null).body())
                .contains("\"subject\":\"thing:=cmd()\"");
        assertThat(auditor.call("GET", "/api/v1/staff/audit/chains", null).body())
                .contains("\"fault\":null");
    }

    @Test
    @Order(4)
    void finds_an_altered_entry_and_says_where() {
        hall.get(Journals.class).all().forEach(each -> each.sealer().seal());
        assertThat(verify.verify(People.AUDITOR)).isTrue();
        hall.jdbc().sql("ALTER TABLE journal DISABLE TRIGGER journal_row_is_final").update();
        hall.jdbc().sql("UPDATE journal SET actor = 'account:other' WHERE position = 7").update();
        assertThat(verify.verify(People.AUDITOR)).isFalse();
        assertThat(read.chains().getFirst().last())
                .satisfies(
                        last -> {
                            assertThat(last).isNotNull();
                            assertThat(last.position()).isEqualTo(7);
                            assertThat(last.fault()).isEqualTo("ALTERED");
                        });
        assertThat(signedIn(Role.AUDITOR).get("/staff/audit").body()).contains("第 7 条处断裂");
        assertThat(found(new AuditFilter(null, "audit.chain-broken", null, null, null, null)))
                .containsExactly("journal:hall");
    }

    private List<String> found(AuditFilter filter) {
        return done(read.page("hall", filter)).entries().stream().map(AuditEntry::subject).toList();
    }

    private static Browser signedIn(Role role) {
        var create = hall.get(CreateOperator.class);
        String name = "audit-" + role.name() + MADE.incrementAndGet();
        var made = done(create.create(new Actor.Hall("test"), name, Set.of(role)));
        return hall.browser()
                .bear(hall.get(Tokens.class).issue(TokenKind.OPERATOR, made.id().value()).token());
    }
}
