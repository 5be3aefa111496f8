package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.testing.People;

/** What the staff finds and counts. */
class DeskTest {

    private static final String CODE = "91150100MA0T0045X0";
    private static final String OTHER_CODE = "91150100MA0T00345Y";

    private ApplicationRoom room;
    private SearchApplications search;

    @BeforeEach
    void open() {
        room = new ApplicationRoom();
        search = room.use(SearchApplications.class);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_case_is_found_by_every_number_in_it_however_it_is_typed() {
        CaseNumber number = room.submitted(ApplicationRoom.subscriber(), CODE);
        room.open(ApplicationRoom.subscriber());
        assertThat(found(number.text().toLowerCase(Locale.ROOT)))
                .containsExactly(Map.entry(number, IdentifierKind.CASE_NUMBER));
        assertThat(found("9115 0100 ma0t 0045 x0"))
                .containsExactly(Map.entry(number, IdentifierKind.CREDIT_CODE));
        assertThat(found("199 0000 0001")).containsEntry(number, IdentifierKind.MOBILE);
        assertThat(found("15010220000229002x"))
                .containsExactly(Map.entry(number, IdentifierKind.DOCUMENT_NUMBER));
        assertThat(found("云岭市星河")).containsExactly(Map.entry(number, IdentifierKind.NAME));
        assertThat(found("星河")).isEmpty();
        assertThat(found("%市")).isEmpty();
        assertThat(found("150102")).isEmpty();
    }

    @Test
    void a_case_is_found_by_its_payment_and_its_certificates() {
        Actor.Subscriber who = ApplicationRoom.subscriber();
        CaseNumber number = room.approved(who, CODE);
        var order = Objects.requireNonNull(room.view(who, number).order());
        assertThat(found(order.id())).containsExactly(Map.entry(number, IdentifierKind.PAYMENT));
        assertThat(found("ab".repeat(16))).isEmpty();
    }

    @Test
    void numbers_that_were_corrected_do_not_find_the_case_any_more() {
        Actor.Subscriber who = ApplicationRoom.subscriber();
        CaseNumber number = room.open(who);
        room.save(who, number, ApplicationRoom.answers(CODE));
        assertThat(found(CODE)).containsKey(number);
        room.save(who, number, Map.of("creditCode", OTHER_CODE));
        assertThat(found(CODE)).isEmpty();
        assertThat(found(OTHER_CODE)).containsKey(number);
    }

    @Test
    void cases_from_before_there_was_an_index_are_indexed_by_the_job() {
        Actor.Subscriber who = ApplicationRoom.subscriber();
        CaseNumber number = room.open(who);
        room.save(who, number, ApplicationRoom.answers(CODE));
        room.hall.jdbc().sql("DELETE FROM application_identifier").update();
        room.hall.jdbc().sql("UPDATE application SET identified = false").update();
        assertThat(found(CODE)).isEmpty();
        assertThat(room.use(IndexIdentifiers.class).some()).isFalse();
        assertThat(found(CODE)).containsKey(number);
    }

    @Test
    void a_search_is_journalled_without_what_was_searched_for() {
        found("19900000001");
        found("199 0000 0001");
        List<String> subjects =
                room.hall
                        .jdbc()
                        .sql("SELECT subject FROM journal WHERE action = 'application.searched'")
                        .query((row, _) -> row.getString("subject"))
                        .list();
        assertThat(subjects)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).matches("search:[0-9a-f]{32}"));
        assertThat(subjects.get(0)).isEqualTo(subjects.get(1));
    }

    @Test
    void refuses_who_may_not_search_and_queries_that_say_nothing() {
        for (Actor who : List.of(People.ADMINISTRATOR, People.SUBSCRIBER)) {
            assertThat(ApplicationRoom.refusal(search.search(who, CODE)).code())
                    .isEqualTo(DeskError.NOT_FOR_SEARCH);
        }
        for (String query : List.of("", " ", "星", "x".repeat(200))) {
            assertThat(ApplicationRoom.refusal(search.search(People.AUDITOR, query)).code())
                    .isEqualTo(DeskError.QUERY_SHORT);
        }
    }

    @Test
    void open_cases_are_counted_by_gate_through_all_that_happens_to_them() {
        Actor.Subscriber who = ApplicationRoom.subscriber();
        CaseNumber number = room.submitted(who, CODE);
        room.open(ApplicationRoom.subscriber());
        assertThat(counted()).isEqualTo(standing());
        room.use(GateTally.class).fold();
        assertThat(counted()).isEqualTo(standing());
        room.decide(number, ApplicationRoom.returned("seal"));
        assertThat(counted()).isEqualTo(standing());
        room.attach(who, number, "seal");
        ApplicationRoom.done(room.use(SubmitApplication.class).submit(who, number));
        room.decide(number, new Decision.Approve());
        room.use(GateTally.class).fold();
        assertThat(counted()).isEqualTo(standing()).containsKey("PAY");
        Dashboard board = dashboard(People.AUDITOR);
        assertThat(board.openByGate()).isNotEmpty();
        assertThat(board.issued()).hasSize(14).allSatisfy(day -> assertThat(day.pairs()).isZero());
        assertThat(
                        ApplicationRoom.done(
                                        room.use(ReadDashboard.class)
                                                .read(People.AUDITOR, new PlanCode("no-such-plan")))
                                .openByGate())
                .isEmpty();
    }

    @Test
    void the_cases_behind_a_count_are_listed_page_by_page() {
        ListAtGate list = room.use(ListAtGate.class);
        for (int i = 0; i < ListAtGate.PAGE + 2; i++) {
            room.open(ApplicationRoom.subscriber());
        }
        GateCode gate = new GateCode("FORM");
        ListAtGate.Page first =
                ApplicationRoom.done(list.list(People.AUDITOR, gate, ApplicationRoom.PLAN, null));
        assertThat(first.cases()).hasSize(ListAtGate.PAGE);
        ListAtGate.Page second =
                ApplicationRoom.done(list.list(People.AUDITOR, gate, null, first.next()));
        assertThat(second.cases()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(first.cases()).doesNotContainAnyElementsOf(second.cases());
    }

    @Test
    void refuses_counts_and_lists_to_producers_administrators_and_subscribers() {
        for (Actor who : List.of(People.PRODUCER, People.ADMINISTRATOR, People.SUBSCRIBER)) {
            assertThat(room.use(ReadDashboard.class).read(who, null))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(
                            ApplicationRoom.refusal(
                                            room.use(ListAtGate.class)
                                                    .list(who, new GateCode("FORM"), null, null))
                                    .code())
                    .isEqualTo(DeskError.NOT_FOR_OVERVIEW);
        }
    }

    private Map<CaseNumber, IdentifierKind> found(String query) {
        return ApplicationRoom.done(search.search(People.ENTRY_OFFICER, query)).cases().stream()
                .collect(Collectors.toMap(each -> each.about().number(), FoundCases.Found::by));
    }

    private Dashboard dashboard(Actor who) {
        return ApplicationRoom.done(room.use(ReadDashboard.class).read(who, null));
    }

    private Map<String, Long> counted() {
        return dashboard(People.AUDITOR).openByGate().stream()
                .collect(Collectors.toMap(each -> each.gate().text(), Dashboard.GateCount::cases));
    }

    /** Counted the slow way. */
    private Map<String, Long> standing() {
        return room
                .hall
                .jdbc()
                .sql("SELECT gate FROM application_gate WHERE state = 'OPEN'")
                .query((row, _) -> row.getString("gate"))
                .list()
                .stream()
                .collect(Collectors.groupingBy(gate -> gate, Collectors.counting()));
    }
}
