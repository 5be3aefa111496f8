package org.yinxin.hall.application.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinxin.hall.application.gate.GateState.Open;
import org.yinxin.hall.application.gate.GateState.Passed;
import org.yinxin.hall.application.gate.GateState.Refused;
import org.yinxin.hall.application.gate.GateState.Returned;
import org.yinxin.hall.application.gate.GateState.Shut;
import org.yinxin.hall.application.gate.Transition.Rejected;
import org.yinxin.hall.application.gate.Transition.Rule;
import org.yinxin.hall.application.gate.Transition.Taken;
import org.yinxin.hall.catalogue.GateCode;

/**
 * Where all gates of one application stand. Immutable; each transition answers the next value or the rule that
 * forbids it.
 *
 * <p>A gate opens when all gates before it, near and far, are passed. Far ones count too because a lasting gate in
 * between stays passed when something before it is returned, and what follows must wait all the same.
 */
public final class Gates {

    private final GateGraph graph;
    private final Map<GateCode, GateState> states;
    private final Map<GateCode, GateState> reopenings;

    private Gates(
            GateGraph graph, Map<GateCode, GateState> states, Map<GateCode, GateState> reopenings) {
        this.graph = graph;
        this.states = Map.copyOf(states);
        this.reopenings = Map.copyOf(reopenings);
    }

    /** The gates of a new application: those without predecessors are open. */
    public static Gates fresh(GateGraph graph) {
        Map<GateCode, GateState> states = new HashMap<>();
        Map<GateCode, GateState> reopenings = new HashMap<>();
        for (GateCode gate : graph.codes()) {
            states.put(gate, new Shut());
            reopenings.put(gate, new Open());
        }
        settle(graph, states);
        return new Gates(graph, states, reopenings);
    }

    /** The gates as they were stored. */
    public static Gates restore(
            GateGraph graph, Map<GateCode, GateState> states, Map<GateCode, GateState> reopenings) {
        if (!states.keySet().equals(reopenings.keySet())
                || !states.keySet().containsAll(graph.codes())
                || states.size() != graph.codes().size()) {
            throw new IllegalArgumentException("stored gates are not the gates of the plan");
        }
        return new Gates(graph, states, reopenings);
    }

    /** All gates, in the order in which the plan lists them. */
    public List<GateCode> codes() {
        return List.copyOf(graph.codes());
    }

    public GateState state(GateCode gate) {
        return known(states, gate);
    }

    /** What a gate becomes when it is reopened: open, returned with the reasons of the last return, or shut when it may not be. */
    public GateState reopening(GateCode gate) {
        return known(reopenings, gate);
    }

    /** Whether nothing can happen any more. */
    public boolean ended() {
        return finished() || states.values().stream().anyMatch(Refused.class::isInstance);
    }

    /** Whether all gates are passed. */
    public boolean finished() {
        return states.values().stream().allMatch(GateState::passed);
    }

    /**
     * The gate that the status speaks of: the one that refused, or the first that can be done now. Empty when all
     * are passed.
     */
    public Optional<GateCode> current() {
        return first(Refused.class)
                .or(() -> graph.codes().stream().filter(this::workable).findFirst());
    }

    /** Whether the gate can be passed now. */
    public boolean workable(GateCode gate) {
        return switch (state(gate)) {
            case Open _ -> true;
            case Returned _ -> allPassedBefore(graph, states, gate);
            case Shut _, Passed _, Refused _ -> false;
        };
    }

    /** Whether what was given at this gate may be changed now. */
    public boolean changeable(GateCode gate) {
        return switch (state(gate)) {
            case Open _, Returned _ -> !ended();
            case Passed _ -> reopeningForbidden(gate).isEmpty();
            case Shut _, Refused _ -> false;
        };
    }

    /** The last return of this gate, as long as it limits what may be changed there. */
    public Optional<Returned> correction(GateCode gate) {
        GateState state = state(gate).passed() ? reopening(gate) : state(gate);
        return state instanceof Returned returned ? Optional.of(returned) : Optional.empty();
    }

    /** Passes a gate that can be done now. */
    public Transition pass(GateCode gate, Instant at, String by, String evidence) {
        return work(gate).orElseGet(() -> with(Map.of(gate, new Passed(at, by, evidence))));
    }

    /**
     * Gives back what was done at earlier gates. The named ones are returned, and everything after them that was
     * passed or open on their strength has to be done again, except what lasts.
     *
     * @param from the open gate that gives back
     * @param reasons what is wrong, for each gate that has to be corrected
     */
    public Transition giveBack(
            GateCode from, Map<GateCode, List<ItemReason>> reasons, Instant at, String by) {
        Optional<Transition> forbidden = work(from);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        if (reasons.isEmpty() || reasons.values().stream().anyMatch(List::isEmpty)) {
            return new Rejected(Rule.NOTHING_NAMED, from);
        }
        for (GateCode named : reasons.keySet()) {
            if (!graph.knows(named) || !graph.before(from).contains(named)) {
                return new Rejected(Rule.NOT_BEFORE, named);
            }
        }
        Map<GateCode, GateState> next = new HashMap<>(states);
        Map<GateCode, GateState> reopen = new HashMap<>();
        graph.codes().forEach(gate -> reopen.put(gate, new Shut()));
        for (GateCode named : reasons.keySet()) {
            for (GateCode later : graph.after(named)) {
                boolean undone = state(later).passed() || state(later) instanceof Open;
                if (undone && !graph.lasting(later)) {
                    next.put(later, new Shut());
                    reopen.put(later, new Open());
                }
            }
        }
        reasons.forEach(
                (named, items) -> {
                    Returned returned = new Returned(at, by, items);
                    next.put(named, returned);
                    reopen.put(named, returned);
                });
        return settled(next, reopen);
    }

    /** Refuses at an open gate, which ends the application; what was open elsewhere is shut. */
    public Transition refuse(GateCode gate, List<ItemReason> reasons, Instant at, String by) {
        return work(gate)
                .orElseGet(
                        () -> {
                            Map<GateCode, GateState> next = new HashMap<>(states);
                            next.replaceAll(
                                    (_, state) -> state instanceof Open ? new Shut() : state);
                            next.put(gate, new Refused(at, by, reasons));
                            return taken(next, reopenings);
                        });
    }

    /** Takes a pass back because what was given was changed and does not suffice any more. */
    public Transition reopen(GateCode gate) {
        if (!graph.knows(gate)) {
            return new Rejected(Rule.UNKNOWN, gate);
        }
        return reopeningForbidden(gate)
                .<Transition>map(rule -> new Rejected(rule, gate))
                .orElseGet(() -> with(Map.of(gate, reopening(gate))));
    }

    private Optional<Rule> reopeningForbidden(GateCode gate) {
        if (ended()) {
            return Optional.of(Rule.ENDED);
        }
        if (!state(gate).passed()) {
            return Optional.of(Rule.NOT_PASSED);
        }
        if (reopening(gate) instanceof Shut) {
            return Optional.of(Rule.NOT_RETURNED);
        }
        boolean relied =
                graph.after(gate).stream()
                        .anyMatch(later -> state(later).passed() && !keptByReturn(later));
        return relied ? Optional.of(Rule.RELIED_UPON) : Optional.empty();
    }

    /** A lasting gate that outlived a return does not stand in the way of correcting what was returned. */
    private boolean keptByReturn(GateCode later) {
        return graph.lasting(later)
                && state(later) instanceof Passed(Instant passedAt, _, _)
                && reopenings.values().stream()
                        .anyMatch(
                                reopening ->
                                        reopening instanceof Returned(Instant returnedAt, _, _)
                                                && !passedAt.isAfter(returnedAt));
    }

    private Optional<Transition> work(GateCode gate) {
        if (!graph.knows(gate)) {
            return Optional.of(new Rejected(Rule.UNKNOWN, gate));
        }
        if (ended()) {
            return Optional.of(new Rejected(Rule.ENDED, gate));
        }
        if (state(gate).passed()) {
            return Optional.of(new Rejected(Rule.PASSED, gate));
        }
        return workable(gate) ? Optional.empty() : Optional.of(new Rejected(Rule.SHUT, gate));
    }

    private Transition with(Map<GateCode, GateState> changed) {
        Map<GateCode, GateState> next = new HashMap<>(states);
        next.putAll(changed);
        return settled(next, reopenings);
    }

    private Taken settled(Map<GateCode, GateState> next, Map<GateCode, GateState> reopen) {
        settle(graph, next);
        return taken(next, reopen);
    }

    private Taken taken(Map<GateCode, GateState> next, Map<GateCode, GateState> reopen) {
        Gates gates = new Gates(graph, next, reopen);
        List<GateChange> changes = new ArrayList<>();
        for (GateCode gate : graph.codes()) {
            if (!state(gate).equals(gates.state(gate))) {
                changes.add(new GateChange(gate, state(gate), gates.state(gate)));
            }
        }
        return new Taken(gates, changes);
    }

    /** Opens what can be done now and shuts what cannot any more. */
    private static void settle(GateGraph graph, Map<GateCode, GateState> states) {
        for (GateCode gate : graph.codes()) {
            GateState state = known(states, gate);
            if (state instanceof Shut || state instanceof Open) {
                boolean open = allPassedBefore(graph, states, gate);
                states.put(gate, open ? new Open() : new Shut());
            }
        }
    }

    private static boolean allPassedBefore(
            GateGraph graph, Map<GateCode, GateState> states, GateCode gate) {
        return graph.before(gate).stream().allMatch(before -> known(states, before).passed());
    }

    private Optional<GateCode> first(Class<? extends GateState> kind) {
        return graph.codes().stream().filter(gate -> kind.isInstance(state(gate))).findFirst();
    }

    private static GateState known(Map<GateCode, GateState> states, GateCode gate) {
        GateState state = states.get(gate);
        if (state == null) {
            throw new IllegalArgumentException("no such gate: " + gate);
        }
        return state;
    }
}
