package org.yinxin.app.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;

/**
 * The gates of a business in layers: each stands below all gates it comes after. What is said by another arrow already
 * is left out, and where an arrow is longer than one layer, a passage keeps a place for it in each layer between.
 */
final class GateLayers {

    /**
     * One place in a layer.
     *
     * @param gate the gate that stands here, or whose arrow passes through
     * @param passage whether it only passes through
     */
    record Slot(GatePlan gate, boolean passage) {}

    private final Map<GateCode, GatePlan> gates = new LinkedHashMap<>();
    private final Map<GateCode, Integer> depth = new HashMap<>();
    private final List<List<Slot>> layers = new ArrayList<>();

    GateLayers(BusinessPlan business) {
        business.gates().forEach(gate -> gates.put(gate.code(), gate));
        gates.values().forEach(this::depth);
        int deepest = depth.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int layer = 0; layer <= deepest; layer++) {
            layers.add(layer(layer));
        }
    }

    /** From the gates that open first to those that open last. */
    List<List<Slot>> layers() {
        return layers;
    }

    /** The places one layer higher from which an arrow leads here. */
    List<Slot> above(int layer, Slot slot) {
        if (layer == 0) {
            return List.of();
        }
        Set<GateCode> from =
                slot.passage()
                        ? Set.of(slot.gate().code())
                        : direct(slot.gate()).stream()
                                .map(GatePlan::code)
                                .collect(Collectors.toSet());
        return layers.get(layer - 1).stream()
                .filter(upper -> from.contains(upper.gate().code()))
                .toList();
    }

    /** Whether an arrow leads from a place to the layer below. */
    boolean leadsOn(int layer, Slot slot) {
        return layer + 1 < layers.size()
                && layers.get(layer + 1).stream()
                        .anyMatch(lower -> above(layer + 1, lower).contains(slot));
    }

    private List<Slot> layer(int layer) {
        List<Slot> slots = new ArrayList<>();
        for (GatePlan gate : gates.values()) {
            if (depth(gate) == layer) {
                slots.add(new Slot(gate, false));
            } else if (depth(gate) < layer && farthest(gate) > layer) {
                slots.add(new Slot(gate, true));
            }
        }
        if (layer > 0) {
            // Stable: places with the same middle stay in the order of the plan.
            layers.add(slots);
            Map<Slot, Double> middles = new HashMap<>();
            slots.forEach(slot -> middles.put(slot, middle(layer, slot)));
            layers.removeLast();
            slots.sort(Comparator.comparing(middles::get));
        }
        return slots;
    }

    private double middle(int layer, Slot slot) {
        List<Slot> upper = layers.get(layer - 1);
        double spread = Math.max(1, upper.size() - 1);
        return above(layer, slot).stream()
                .mapToDouble(from -> upper.indexOf(from) / spread)
                .average()
                .orElse(0.5);
    }

    private int farthest(GatePlan gate) {
        return gates.values().stream()
                .filter(other -> direct(other).contains(gate))
                .mapToInt(this::depth)
                .max()
                .orElse(0);
    }

    private int depth(GatePlan gate) {
        Integer known = depth.get(gate.code());
        if (known != null) {
            return known;
        }
        int deepest = -1;
        for (GatePlan before : before(gate)) {
            deepest = Math.max(deepest, depth(before));
        }
        depth.put(gate.code(), deepest + 1);
        return deepest + 1;
    }

    /** The gates right before this one, without those that another of them comes after anyway. */
    private List<GatePlan> direct(GatePlan gate) {
        List<GatePlan> before = before(gate);
        Set<GateCode> implied = new HashSet<>();
        before.forEach(each -> collect(each, implied));
        return before.stream().filter(each -> !implied.contains(each.code())).toList();
    }

    private void collect(GatePlan gate, Set<GateCode> into) {
        for (GatePlan before : before(gate)) {
            if (into.add(before.code())) {
                collect(before, into);
            }
        }
    }

    private List<GatePlan> before(GatePlan gate) {
        return gates.values().stream()
                .filter(other -> gate.after().contains(other.code()))
                .toList();
    }
}
