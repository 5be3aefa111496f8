package org.yinxin.hall.application.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;

/** The gates of a business in their partial order; never with a circle, so there is always a way on. */
public final class GateGraph {

    private final Map<GateCode, Boolean> lasting = new LinkedHashMap<>();
    private final Map<GateCode, Set<GateCode>> before = new HashMap<>();
    private final Map<GateCode, Set<GateCode>> after = new HashMap<>();

    /**
     * One gate of the graph.
     *
     * @param code its name
     * @param after its direct predecessors
     * @param lasting whether it stays passed when something before it is returned
     */
    public record Node(GateCode code, Set<GateCode> after, boolean lasting) {}

    private GateGraph(List<Node> nodes) {
        Map<GateCode, Set<GateCode>> direct =
                nodes.stream().collect(Collectors.toMap(Node::code, Node::after));
        for (Node node : nodes) {
            lasting.put(node.code(), node.lasting());
            after.put(node.code(), new LinkedHashSet<>());
        }
        for (Node node : nodes) {
            Set<GateCode> ancestors = new LinkedHashSet<>();
            collect(node.code(), direct, ancestors);
            if (ancestors.contains(node.code())) {
                throw new IllegalArgumentException("gates wait for each other: " + node.code());
            }
            before.put(node.code(), Set.copyOf(ancestors));
            ancestors.forEach(ancestor -> named(after, ancestor).add(node.code()));
        }
    }

    public static GateGraph of(List<Node> nodes) {
        return new GateGraph(nodes);
    }

    public static GateGraph ofPlan(List<GatePlan> gates) {
        return new GateGraph(
                gates.stream()
                        .map(gate -> new Node(gate.code(), gate.after(), gate.lasting()))
                        .toList());
    }

    /** All gates, in the order in which the plan lists them. */
    public Collection<GateCode> codes() {
        return lasting.keySet();
    }

    boolean knows(GateCode gate) {
        return lasting.containsKey(gate);
    }

    boolean lasting(GateCode gate) {
        return lasting.getOrDefault(gate, false);
    }

    /** All gates that come before this one, near and far. */
    Set<GateCode> before(GateCode gate) {
        return named(before, gate);
    }

    /** All gates that come after this one, near and far. */
    Set<GateCode> after(GateCode gate) {
        return named(after, gate);
    }

    private static Set<GateCode> named(Map<GateCode, Set<GateCode>> sets, GateCode gate) {
        Set<GateCode> set = sets.get(gate);
        if (set == null) {
            throw new IllegalArgumentException("no such gate: " + gate);
        }
        return set;
    }

    private static void collect(
            GateCode gate, Map<GateCode, Set<GateCode>> direct, Set<GateCode> into) {
        for (GateCode predecessor : named(direct, gate)) {
            if (into.add(predecessor)) {
                collect(predecessor, direct, into);
            }
        }
    }
}
