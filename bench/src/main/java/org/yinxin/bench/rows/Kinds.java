package org.yinxin.bench.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinxin.bench.rows.Kind.Step;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.application.gate.GateGraph;
import org.yinxin.hall.application.gate.Gates;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.application.gate.Transition;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Plan;

/**
 * All the ways in which cases can stand, with how frequent each is. Only first certificates: a renewal needs a
 * certificate to renew, and stands in the same lists.
 */
final class Kinds {

    /** The minutes between two steps. */
    private static final int STEP = 90;

    /** Who did a step, as the statements read it. */
    static final String SUBSCRIBER = "S";

    static final String OFFICER = "O";

    private static final double DONE = 70;

    private final List<Kind> kinds = new ArrayList<>();

    private Kinds() {}

    /** The kinds of these plans. */
    static List<Kind> of(List<Plan> plans) {
        Kinds all = new Kinds();
        for (Plan plan : plans) {
            double weight = transfers(plan) ? 3 : 1;
            for (BusinessPlan business : plan.businesses()) {
                if (business.kind() == BusinessKind.NEW) {
                    all.walk(plan, business, weight);
                }
            }
        }
        return List.copyOf(all.kinds);
    }

    private static boolean transfers(Plan plan) {
        return plan.businesses().stream()
                .flatMap(business -> business.settings(GateSettings.Payment.class))
                .anyMatch(payment -> payment.channels().contains("transfer"));
    }

    private void walk(Plan plan, BusinessPlan business, double plansWeight) {
        Gates gates = Gates.fresh(GateGraph.ofPlan(business.gates()));
        List<Step> steps = new ArrayList<>();
        int minutes = 0;
        for (Optional<GateCode> next = gates.current(); next.isPresent(); next = gates.current()) {
            GatePlan gate = business.gate(next.get()).orElseThrow();
            if (!(gate.mode() instanceof GateMode.Auto)) {
                add(plan, business, gates, steps, false, plansWeight * weight(gate.settings()));
            }
            minutes += STEP;
            if (gate.settings() instanceof GateSettings.Review review) {
                add(plan, business, gates, steps, true, plansWeight * 2);
                decided(plan, business, gates, steps, minutes, review, plansWeight);
            }
            Instant at = Instant.EPOCH.plusSeconds(minutes * 60L);
            Transition.Taken passed = taken(gates.pass(gate.code(), at, by(gate), "generated"));
            note(steps, passed.changes(), minutes);
            gates = passed.gates();
        }
        add(plan, business, gates, steps, false, plansWeight * DONE);
    }

    private void decided(
            Plan plan,
            BusinessPlan business,
            Gates gates,
            List<Step> before,
            int minutes,
            GateSettings.Review review,
            double plansWeight) {
        GatePlan gate = business.gates(GateSettings.Review.class).getFirst();
        List<ItemReason> reasons =
                List.of(new ItemReason("", review.reasons().getFirst().code(), ""));
        Instant at = Instant.EPOCH.plusSeconds(minutes * 60L);
        Optional<GatePlan> form =
                business.gates(GateSettings.Form.class).stream()
                        .filter(each -> business.before(gate).contains(each.code()))
                        .findFirst();
        form.ifPresent(
                corrected -> {
                    List<Step> steps = new ArrayList<>(before);
                    Transition.Taken back =
                            taken(
                                    gates.giveBack(
                                            gate.code(),
                                            Map.of(corrected.code(), reasons),
                                            at,
                                            OFFICER));
                    note(steps, back.changes(), minutes);
                    add(plan, business, back.gates(), steps, false, plansWeight * 2);
                });
        List<Step> steps = new ArrayList<>(before);
        Transition.Taken refused = taken(gates.refuse(gate.code(), reasons, at, OFFICER));
        note(steps, refused.changes(), minutes);
        add(plan, business, refused.gates(), steps, false, plansWeight * 3);
    }

    private void add(
            Plan plan,
            BusinessPlan business,
            Gates gates,
            List<Step> steps,
            boolean entered,
            double weight) {
        kinds.add(new Kind(kinds.size(), plan, business, gates, steps, entered, weight));
    }

    private static void note(List<Step> steps, List<GateChange> changes, int minutes) {
        changes.forEach(change -> steps.add(new Step(change, minutes)));
    }

    private static Transition.Taken taken(Transition transition) {
        return switch (transition) {
            case Transition.Taken taken -> taken;
            case Transition.Rejected rejected ->
                    throw new IllegalStateException("the plan leads nowhere: " + rejected);
        };
    }

    private static String by(GatePlan gate) {
        return switch (gate.settings()) {
            case GateSettings.Review _,
                    GateSettings.Production _,
                    GateSettings.Delivery _,
                    GateSettings.Activation _,
                    GateSettings.Ending _,
                    GateSettings.Enablement _,
                    GateSettings.MobileChange _ ->
                    OFFICER;
            case GateSettings.Form _,
                    GateSettings.Consent _,
                    GateSettings.Papers _,
                    GateSettings.Submission _,
                    GateSettings.Payment _,
                    GateSettings.Identification _,
                    GateSettings.BankCheck _,
                    GateSettings.KeyProof _,
                    GateSettings.Unlocking _ ->
                    SUBSCRIBER;
        };
    }

    /** Of a hundred cases, how many wait at such a gate. */
    private static double weight(GateSettings settings) {
        return switch (settings) {
            case GateSettings.Form _ -> 6;
            case GateSettings.Review _ -> 3;
            case GateSettings.Payment _ -> 4;
            case GateSettings.Production _, GateSettings.Delivery _ -> 2.5;
            case GateSettings.Papers _ -> 2;
            case GateSettings.Consent _,
                    GateSettings.Submission _,
                    GateSettings.Identification _,
                    GateSettings.BankCheck _,
                    GateSettings.KeyProof _,
                    GateSettings.Activation _,
                    GateSettings.Unlocking _,
                    GateSettings.Ending _,
                    GateSettings.Enablement _,
                    GateSettings.MobileChange _ ->
                    0.5;
        };
    }
}
