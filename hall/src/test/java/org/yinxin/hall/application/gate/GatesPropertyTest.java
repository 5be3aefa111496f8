package org.yinxin.hall.application.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.hall.application.gate.GateState.Open;
import org.yinxin.hall.application.gate.GateState.Passed;
import org.yinxin.hall.application.gate.GateState.Returned;
import org.yinxin.hall.application.gate.GateState.Shut;
import org.yinxin.hall.application.gate.Transition.Taken;
import org.yinxin.hall.catalogue.GateCode;

/** Random plans and random events: what must hold whatever a plan says and whatever people do. */
class GatesPropertyTest {

    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_gate_is_passed_before_its_predecessors_and_history_explains_the_state(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GateGraph.Node> nodes = plan(random);
        GateGraph graph = GateGraph.of(nodes);
        Gates gates = Gates.fresh(graph);
        Map<GateCode, GateState> replayed = new HashMap<>();
        gates.codes().forEach(gate -> replayed.put(gate, gates(graph).state(gate)));

        for (int event = 0; event < 60; event++) {
            Transition transition = happen(gates, random, START.plusSeconds(event));
            if (!(transition instanceof Taken(Gates next, List<GateChange> changes))) {
                continue;
            }
            for (GateChange change : changes) {
                assertThat(replayed.put(change.gate(), change.became())).isEqualTo(change.was());
                if (change.became().passed()) {
                    assertThat(graph.before(change.gate()))
                            .allMatch(before -> next.state(before).passed());
                }
            }
            gates = next;
            Gates now = gates;
            assertThat(gates.codes())
                    .allSatisfy(gate -> assertThat(now.state(gate)).isEqualTo(replayed.get(gate)))
                    .allSatisfy(
                            gate ->
                                    assertThat(openExactlyWhenItCanBeDone(graph, now, gate))
                                            .isTrue());
            assertThat(gates.current().isPresent()).isEqualTo(!gates.finished());
            assertThat(restored(graph, gates).current()).isEqualTo(gates.current());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_application_can_always_be_brought_to_its_end(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<GateGraph.Node> nodes = plan(random);
        Gates gates = Gates.fresh(GateGraph.of(nodes));
        for (int event = 0; event < 40 && !gates.ended(); event++) {
            if (happen(gates, random, START.plusSeconds(event)) instanceof Taken(Gates next, _)) {
                gates = next;
            }
        }
        int steps = 0;
        while (!gates.ended()) {
            GateCode gate = gates.current().orElseThrow();
            Transition passed = gates.pass(gate, START.plusSeconds(100 + steps), "someone", "");
            assertThat(passed).isInstanceOf(Taken.class);
            gates = ((Taken) passed).gates();
            assertThat(++steps).as("steps to the end").isLessThanOrEqualTo(nodes.size());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_return_touches_only_what_it_names_and_what_came_after(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GateGraph graph = GateGraph.of(plan(random));
        Gates gates = Gates.fresh(graph);
        int second = 0;
        while (!gates.finished()) {
            GateCode from = gates.current().orElseThrow();
            List<GateCode> before = new ArrayList<>(graph.before(from));
            if (!before.isEmpty()) {
                GateCode named = before.get(random.nextInt(before.size()));
                Gates was = gates;
                Gates now =
                        ((Taken)
                                        gates.giveBack(
                                                from,
                                                reasons(named),
                                                START.plusSeconds(second),
                                                "x"))
                                .gates();
                Set<GateCode> touched = new HashSet<>(graph.after(named));
                touched.add(named);
                assertThat(now.state(named)).isInstanceOf(Returned.class);
                assertThat(gates.codes())
                        .filteredOn(gate -> !touched.contains(gate))
                        .allMatch(gate -> now.state(gate).equals(was.state(gate)));
                assertThat(touched)
                        .filteredOn(gate -> !gate.equals(named))
                        .allMatch(
                                gate ->
                                        now.state(gate) instanceof Shut
                                                || (graph.lasting(gate)
                                                        && was.state(gate).passed()));
                assertThat(graph.codes())
                        .filteredOn(graph::lasting)
                        .filteredOn(gate -> was.state(gate).passed() && !gate.equals(named))
                        .allMatch(gate -> now.state(gate).passed());
            }
            gates = ((Taken) gates.pass(from, START.plusSeconds(second++), "x", "")).gates();
        }
    }

    private static boolean openExactlyWhenItCanBeDone(GateGraph graph, Gates gates, GateCode gate) {
        boolean ready = graph.before(gate).stream().allMatch(b -> gates.state(b).passed());
        return switch (gates.state(gate)) {
            case Open _ -> ready && !gates.ended();
            case Shut _ -> !ready || gates.ended();
            case Passed _, Returned _ -> true;
            case GateState.Refused _ -> gates.ended();
        };
    }

    private static Transition happen(Gates gates, SplittableRandom random, Instant at) {
        List<GateCode> codes = gates.codes();
        GateCode gate = codes.get(random.nextInt(codes.size()));
        GateCode other = codes.get(random.nextInt(codes.size()));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> gates.giveBack(gate, reasons(other), at, "operator:1");
            case 3, 4, 5 -> gates.reopen(gate);
            case 6 ->
                    random.nextInt(8) == 0
                            ? gates.refuse(gate, List.of(), at, "operator:1")
                            : gates.reopen(other);
            default -> gates.pass(gate, at, "account:1", "evidence");
        };
    }

    private static Map<GateCode, List<ItemReason>> reasons(GateCode gate) {
        return Map.of(gate, List.of(new ItemReason("item", "wrong", "")));
    }

    private static Gates restored(GateGraph graph, Gates gates) {
        return Gates.restore(
                graph,
                gates.codes().stream().collect(Collectors.toMap(g -> g, gates::state)),
                gates.codes().stream().collect(Collectors.toMap(g -> g, gates::reopening)));
    }

    private static Gates gates(GateGraph graph) {
        return Gates.fresh(graph);
    }

    /** Up to nine gates; each comes after some of those listed before it. */
    private static List<GateGraph.Node> plan(SplittableRandom random) {
        List<GateGraph.Node> nodes = new ArrayList<>();
        int size = 1 + random.nextInt(9);
        for (int index = 0; index < size; index++) {
            Set<GateCode> after = new HashSet<>();
            for (GateGraph.Node earlier : nodes) {
                if (random.nextInt(3) == 0) {
                    after.add(earlier.code());
                }
            }
            nodes.add(
                    new GateGraph.Node(
                            new GateCode("GATE" + index), after, random.nextInt(4) == 0));
        }
        return nodes;
    }
}
