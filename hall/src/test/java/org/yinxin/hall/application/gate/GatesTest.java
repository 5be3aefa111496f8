package org.yinxin.hall.application.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.application.gate.GateState.Open;
import org.yinxin.hall.application.gate.GateState.Passed;
import org.yinxin.hall.application.gate.GateState.Refused;
import org.yinxin.hall.application.gate.GateState.Returned;
import org.yinxin.hall.application.gate.GateState.Shut;
import org.yinxin.hall.application.gate.Transition.Rejected;
import org.yinxin.hall.application.gate.Transition.Rule;
import org.yinxin.hall.application.gate.Transition.Taken;
import org.yinxin.hall.catalogue.GateCode;

class GatesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final GateGraph REVIEW_FIRST =
            graph(
                    "FORM",
                    "AGREE",
                    "UPLOAD",
                    "SUBMIT<FORM,AGREE,UPLOAD",
                    "REVIEW<SUBMIT",
                    "PAY!<REVIEW",
                    "PRODUCE<PAY");
    private static final GateGraph PAY_FIRST =
            graph("FORM1", "PAY!<FORM1", "FORM2<PAY", "REVIEW<FORM2", "PRODUCE<REVIEW");
    private static final GateGraph JOIN =
            graph("FORM", "UPLOAD", "PAY!", "REVIEW<FORM,UPLOAD,PAY", "PRODUCE<REVIEW");

    @Test
    void opens_at_first_what_waits_for_nothing() {
        assertThat(standing(Gates.fresh(REVIEW_FIRST)))
                .isEqualTo(
                        "FORM=Open AGREE=Open UPLOAD=Open SUBMIT=Shut REVIEW=Shut PAY=Shut PRODUCE=Shut");
    }

    @Test
    void opens_a_gate_when_all_before_it_are_passed_in_any_order() {
        Gates gates = pass(Gates.fresh(REVIEW_FIRST), "UPLOAD", "FORM");
        assertThat(gates.state(code("SUBMIT"))).isInstanceOf(Shut.class);
        assertThat(pass(gates, "AGREE").state(code("SUBMIT"))).isInstanceOf(Open.class);
    }

    @Test
    void meets_at_the_review_when_form_papers_and_money_arrive_in_any_order() {
        for (List<String> order :
                List.of(
                        List.of("FORM", "UPLOAD", "PAY"), List.of("FORM", "PAY", "UPLOAD"),
                        List.of("UPLOAD", "FORM", "PAY"), List.of("UPLOAD", "PAY", "FORM"),
                        List.of("PAY", "FORM", "UPLOAD"), List.of("PAY", "UPLOAD", "FORM"))) {
            Gates gates = pass(Gates.fresh(JOIN), order.getFirst(), order.get(1));
            assertThat(gates.state(code("REVIEW"))).isInstanceOf(Shut.class);
            assertThat(pass(gates, order.getLast()).current()).contains(code("REVIEW"));
        }
    }

    @Test
    void says_every_change_that_a_pass_brings() {
        Gates gates = pass(Gates.fresh(REVIEW_FIRST), "FORM", "AGREE");
        Taken taken = (Taken) gates.pass(code("UPLOAD"), NOW, "account:1", "3 papers");
        assertThat(taken.changes())
                .containsExactly(
                        new GateChange(
                                code("UPLOAD"),
                                new Open(),
                                new Passed(NOW, "account:1", "3 papers")),
                        new GateChange(code("SUBMIT"), new Shut(), new Open()));
    }

    @Test
    void speaks_of_the_first_gate_that_can_be_done() {
        Gates gates = Gates.fresh(REVIEW_FIRST);
        assertThat(gates.current()).contains(code("FORM"));
        gates = pass(gates, "FORM");
        assertThat(gates.current()).contains(code("AGREE"));
        gates = pass(gates, "AGREE", "UPLOAD", "SUBMIT");
        assertThat(gates.current()).contains(code("REVIEW"));
        gates = pass(gates, "REVIEW", "PAY", "PRODUCE");
        assertThat(gates.current()).isEmpty();
        assertThat(gates.finished()).isTrue();
        assertThat(gates.ended()).isTrue();
    }

    @Test
    void refuses_to_pass_a_shut_gate() {
        rejected(Gates.fresh(REVIEW_FIRST).pass(code("PAY"), NOW, "x", ""), Rule.SHUT, "PAY");
    }

    @Test
    void refuses_to_pass_a_gate_twice() {
        Gates gates = pass(Gates.fresh(REVIEW_FIRST), "FORM");
        rejected(gates.pass(code("FORM"), NOW, "x", ""), Rule.PASSED, "FORM");
    }

    @Test
    void refuses_gates_that_the_business_has_not() {
        Gates gates = Gates.fresh(REVIEW_FIRST);
        rejected(gates.pass(code("SHIP"), NOW, "x", ""), Rule.UNKNOWN, "SHIP");
        rejected(gates.reopen(code("SHIP")), Rule.UNKNOWN, "SHIP");
    }

    @Test
    void returns_only_what_was_named_and_lets_the_way_back_be_gone_again() {
        Gates gates = giveBack(inReview(), "REVIEW", "FORM");
        assertThat(standing(gates))
                .isEqualTo(
                        "FORM=Returned AGREE=Passed UPLOAD=Passed SUBMIT=Shut REVIEW=Shut PAY=Shut PRODUCE=Shut");
        assertThat(gates.changeable(code("FORM"))).isTrue();
        assertThat(gates.changeable(code("UPLOAD"))).isFalse();
        assertThat(gates.correction(code("FORM")))
                .map(Returned::reasons)
                .contains(List.of(new ItemReason("item", "wrong", "")));
        assertThat(pass(gates, "FORM").current()).contains(code("SUBMIT"));
        assertThat(pass(gates, "FORM", "SUBMIT").current()).contains(code("REVIEW"));
    }

    @Test
    void waits_for_each_gate_that_was_returned() {
        Gates gates = pass(giveBack(inReview(), "REVIEW", "FORM", "UPLOAD"), "UPLOAD");
        assertThat(gates.state(code("SUBMIT"))).isInstanceOf(Shut.class);
        assertThat(pass(gates, "FORM").state(code("SUBMIT"))).isInstanceOf(Open.class);
    }

    @Test
    void keeps_the_limits_of_a_return_when_a_correction_is_changed_again() {
        Gates gates = pass(giveBack(inReview(), "REVIEW", "FORM"), "FORM");
        assertThat(gates.correction(code("FORM"))).isPresent();
        gates = taken(gates.reopen(code("FORM")));
        assertThat(gates.state(code("FORM"))).isInstanceOf(Returned.class);
    }

    @Test
    void refuses_to_reopen_what_a_return_did_not_name() {
        Gates gates = giveBack(inReview(), "REVIEW", "FORM");
        rejected(gates.reopen(code("UPLOAD")), Rule.NOT_RETURNED, "UPLOAD");
    }

    @Test
    void forgets_the_limits_of_an_earlier_return() {
        Gates gates = pass(giveBack(inReview(), "REVIEW", "FORM"), "FORM", "SUBMIT");
        gates = giveBack(gates, "REVIEW", "UPLOAD");
        assertThat(gates.changeable(code("FORM"))).isFalse();
        assertThat(gates.changeable(code("UPLOAD"))).isTrue();
    }

    @Test
    void never_asks_for_money_twice_when_something_paid_for_is_returned() {
        Gates gates = pass(Gates.fresh(PAY_FIRST), "FORM1", "PAY", "FORM2");
        gates = giveBack(gates, "REVIEW", "FORM1");
        assertThat(standing(gates))
                .isEqualTo("FORM1=Returned PAY=Passed FORM2=Shut REVIEW=Shut PRODUCE=Shut");
        gates = pass(gates, "FORM1");
        assertThat(standing(gates))
                .isEqualTo("FORM1=Passed PAY=Passed FORM2=Open REVIEW=Shut PRODUCE=Shut");
        assertThat(taken(gates.reopen(code("FORM1"))).state(code("FORM1")))
                .isInstanceOf(Returned.class);
    }

    @Test
    void waits_for_far_gates_too_because_a_lasting_one_in_between_stays_passed() {
        GateGraph graph = graph("FORM", "PAY!<FORM", "REVIEW<PAY");
        Gates gates = giveBack(pass(Gates.fresh(graph), "FORM", "PAY"), "REVIEW", "FORM");
        assertThat(gates.state(code("REVIEW"))).isInstanceOf(Shut.class);
        assertThat(pass(gates, "FORM").state(code("REVIEW"))).isInstanceOf(Open.class);
    }

    @Test
    void refuses_a_return_that_names_nothing_or_nothing_before_it() {
        Gates gates = inReview();
        rejected(gates.giveBack(code("REVIEW"), Map.of(), NOW, "x"), Rule.NOTHING_NAMED, "REVIEW");
        rejected(
                gates.giveBack(code("REVIEW"), Map.of(code("FORM"), List.of()), NOW, "x"),
                Rule.NOTHING_NAMED,
                "REVIEW");
        rejected(giveBackTo(gates, "PAY"), Rule.NOT_BEFORE, "PAY");
        rejected(giveBackTo(gates, "SHIP"), Rule.NOT_BEFORE, "SHIP");
    }

    @Test
    void refuses_a_return_from_a_gate_that_is_not_open() {
        rejected(giveBackTo(Gates.fresh(REVIEW_FIRST), "FORM"), Rule.SHUT, "REVIEW");
        rejected(giveBackTo(pass(inReview(), "REVIEW"), "FORM"), Rule.PASSED, "REVIEW");
    }

    @Test
    void ends_with_a_refusal() {
        Gates gates = taken(inReview().refuse(code("REVIEW"), List.of(), NOW, "operator:1"));
        assertThat(gates.current()).contains(code("REVIEW"));
        assertThat(gates.state(code("REVIEW"))).isInstanceOf(Refused.class);
        assertThat(gates.ended()).isTrue();
        assertThat(gates.finished()).isFalse();
        assertThat(gates.codes()).noneMatch(gates::changeable).noneMatch(gates::workable);
        rejected(gates.pass(code("REVIEW"), NOW, "x", ""), Rule.ENDED, "REVIEW");
        rejected(gates.reopen(code("FORM")), Rule.ENDED, "FORM");
        rejected(gates.refuse(code("REVIEW"), List.of(), NOW, "x"), Rule.ENDED, "REVIEW");
        rejected(giveBackTo(gates, "FORM"), Rule.ENDED, "REVIEW");
    }

    @Test
    void reopens_what_nobody_relied_upon_yet() {
        Gates gates = pass(Gates.fresh(REVIEW_FIRST), "FORM", "AGREE", "UPLOAD");
        gates = taken(gates.reopen(code("FORM")));
        assertThat(gates.state(code("FORM"))).isInstanceOf(Open.class);
        assertThat(gates.state(code("SUBMIT"))).isInstanceOf(Shut.class);
        rejected(gates.reopen(code("FORM")), Rule.NOT_PASSED, "FORM");
        rejected(inReview().reopen(code("FORM")), Rule.RELIED_UPON, "FORM");
    }

    @Test
    void refuses_a_graph_with_a_circle_or_with_a_missing_gate() {
        assertThatThrownBy(() -> graph("A1<B1", "B1<A1"))
                .hasMessageContaining("wait for each other");
        assertThatThrownBy(() -> graph("A1<B1")).hasMessageContaining("no such gate");
    }

    @Test
    void refuses_stored_gates_that_are_not_the_plans() {
        Map<GateCode, GateState> states = new HashMap<>();
        states.put(code("FORM"), new Open());
        assertThatThrownBy(() -> Gates.restore(REVIEW_FIRST, states, states))
                .hasMessageContaining("not the gates of the plan");
    }

    private static Gates inReview() {
        return pass(Gates.fresh(REVIEW_FIRST), "FORM", "AGREE", "UPLOAD", "SUBMIT");
    }

    private static Gates pass(Gates gates, String... codes) {
        Gates next = gates;
        for (String gate : codes) {
            next = taken(next.pass(code(gate), NOW, "someone", ""));
        }
        return next;
    }

    private static Gates giveBack(Gates gates, String from, String... named) {
        Map<GateCode, List<ItemReason>> reasons =
                Arrays.stream(named)
                        .collect(
                                Collectors.toMap(
                                        GatesTest::code,
                                        _ -> List.of(new ItemReason("item", "wrong", ""))));
        return taken(gates.giveBack(code(from), reasons, NOW, "operator:1"));
    }

    private static Transition giveBackTo(Gates gates, String named) {
        return gates.giveBack(
                code("REVIEW"),
                Map.of(code(named), List.of(new ItemReason("item", "wrong", ""))),
                NOW,
                "x");
    }

    private static Gates taken(Transition transition) {
        return switch (transition) {
            case Taken(Gates gates, _) -> gates;
            case Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }

    private static void rejected(Transition transition, Rule rule, String gate) {
        assertThat(transition).isEqualTo(new Rejected(rule, code(gate)));
    }

    private static String standing(Gates gates) {
        return gates.codes().stream()
                .map(gate -> gate + "=" + gates.state(gate).getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }

    /** Each gate as {@code NAME<BEFORE,BEFORE}, lasting with a {@code !} after its name. */
    private static GateGraph graph(String... gates) {
        return GateGraph.of(
                Arrays.stream(gates)
                        .map(
                                text -> {
                                    String[] parts = text.split("<", 2);
                                    Set<GateCode> after =
                                            parts.length == 1
                                                    ? Set.of()
                                                    : Arrays.stream(parts[1].split(",", -1))
                                                            .map(GatesTest::code)
                                                            .collect(Collectors.toSet());
                                    return new GateGraph.Node(
                                            code(parts[0].replace("!", "")),
                                            after,
                                            parts[0].endsWith("!"));
                                })
                        .toList());
    }

    private static GateCode code(String text) {
        return new GateCode(text);
    }
}
