package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;

/** Checks that the gates of a business can all be reached: every predecessor is there and none waits for itself. */
final class GateOrder {

    private final Map<GateCode, GatePlan> gates = new HashMap<>();
    private final Map<GateCode, Block> places;

    private GateOrder(List<GatePlan> gates, Map<GateCode, Block> places) {
        gates.forEach(gate -> this.gates.put(gate.code(), gate));
        this.places = places;
    }

    static void check(List<GatePlan> gates, Map<GateCode, Block> places) {
        GateOrder order = new GateOrder(gates, places);
        order.missing(gates);
        order.circles(gates);
    }

    private void missing(List<GatePlan> listed) {
        Set<String> names = gates.keySet().stream().map(GateCode::text).collect(Collectors.toSet());
        for (GatePlan gate : listed) {
            for (GateCode before : gate.after()) {
                if (!gates.containsKey(before)) {
                    fault(
                            gate.code(),
                            "%s comes after %s, which is no gate of this business%s"
                                    .formatted(
                                            gate.code(),
                                            before,
                                            Nearest.hint(before.text(), names)));
                }
            }
        }
    }

    private void circles(List<GatePlan> listed) {
        Set<GateCode> reached = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (GatePlan gate : listed) {
                if (!reached.contains(gate.code()) && reached.containsAll(present(gate))) {
                    reached.add(gate.code());
                    grew = true;
                }
            }
        }
        Set<GateCode> told = new HashSet<>();
        for (GatePlan gate : listed) {
            if (reached.contains(gate.code()) || told.contains(gate.code())) {
                continue;
            }
            Optional<List<GateCode>> circle = circle(gate.code());
            circle.ifPresent(told::addAll);
            fault(
                    gate.code(),
                    circle.map(GateOrder::inCircle)
                            .orElse(
                                    gate.code()
                                            + " can never open: it comes after gates that wait for"
                                            + " each other."));
        }
    }

    private static String inCircle(List<GateCode> circle) {
        return "The gates wait for each other: "
                + circle.stream().map(GateCode::text).collect(Collectors.joining(" after "))
                + "; take one \"after\" away.";
    }

    /** The way from a gate over its predecessors back to itself. */
    private Optional<List<GateCode>> circle(GateCode start) {
        return way(start, start, new LinkedHashSet<>());
    }

    private Optional<List<GateCode>> way(GateCode from, GateCode to, Set<GateCode> seen) {
        seen.add(from);
        for (GateCode before : present(gates.get(from))) {
            if (before.equals(to)) {
                return Optional.of(List.of(from, to));
            }
            if (!seen.contains(before)) {
                Optional<List<GateCode>> rest = way(before, to, seen);
                if (rest.isPresent()) {
                    List<GateCode> whole = new ArrayList<>(List.of(from));
                    whole.addAll(rest.get());
                    return Optional.of(whole);
                }
            }
        }
        return Optional.empty();
    }

    private List<GateCode> present(@Nullable GatePlan gate) {
        return gate == null
                ? List.of()
                : gate.after().stream().filter(gates::containsKey).sorted().toList();
    }

    private void fault(GateCode gate, String sentence) {
        Block place = places.get(gate);
        if (place != null) {
            place.fault("after", sentence);
        }
    }
}
