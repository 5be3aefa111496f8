package org.yinxin.hall.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.ReviewDecided;

/**
 * Moves an application on when its review was decided, in the transaction of the decision. A decision that finds no
 * open review gate changes nothing and is journalled.
 */
@Component
class ReviewListener {

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final Eligibility eligibility;
    private final Registrations registrations;
    private final Succession succession;
    private final Notices notices;
    private final AuditTrail audit;

    ReviewListener(
            Applications applications,
            GateKeeper gateKeeper,
            Eligibility eligibility,
            Registrations registrations,
            Succession succession,
            Notices notices,
            AuditTrail audit) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.eligibility = eligibility;
        this.registrations = registrations;
        this.succession = succession;
        this.notices = notices;
        this.audit = audit;
    }

    @EventListener
    void on(ReviewDecided decided) {
        Optional<Application> found = applications.lock(decided.number());
        Optional<GatePlan> gate =
                found.flatMap(application -> application.workable(GateSettings.Review.class));
        if (gate.isEmpty()) {
            audit.record(
                    decided.by(),
                    "application.decision-ignored",
                    "application:" + decided.number(),
                    Map.of("round", Integer.toString(decided.round())));
            return;
        }
        decide(found.get(), gate.get().code(), decided);
    }

    private void decide(Application application, GateCode gate, ReviewDecided decided) {
        switch (decided.decision()) {
            case Decision.Approve _ -> {
                registrations.register(application, decided.by());
                String subject = application.milestones().subject();
                String evidence = subject == null ? "" : Approvals.evidence(subject);
                succession.approved(
                        gateKeeper.pass(application, gate, decided.by(), evidence), decided.by());
            }
            case Decision.Return(var reasons) -> {
                Application returned =
                        gateKeeper.take(
                                application,
                                application
                                        .gates()
                                        .giveBack(
                                                gate,
                                                byGate(application.business(), own(reasons)),
                                                gateKeeper.now(),
                                                decided.by().reference()),
                                decided.by());
                notices.tell(returned, "returned");
            }
            case Decision.Refuse(var reasons) -> {
                Application refused =
                        gateKeeper.take(
                                application,
                                application
                                        .gates()
                                        .refuse(
                                                gate,
                                                own(reasons),
                                                gateKeeper.now(),
                                                decided.by().reference()),
                                decided.by());
                eligibility.giveUp(refused);
                notices.tell(refused, "refused");
            }
        }
    }

    private static List<ItemReason> own(List<org.yinxin.hall.review.ItemReason> reasons) {
        return reasons.stream()
                .map(reason -> new ItemReason(reason.item(), reason.reason(), reason.text()))
                .toList();
    }

    /**
     * Each reason goes to the gate that asks for its item, and to the gates where the item decides what else is
     * asked: a corrected answer may make another paper due.
     */
    static Map<GateCode, List<ItemReason>> byGate(BusinessPlan business, List<ItemReason> reasons) {
        Map<GateCode, List<ItemReason>> byGate = new HashMap<>();
        for (GatePlan gate : business.gates()) {
            Map<String, Obligation> asked = Changeable.asked(gate);
            for (ItemReason reason : reasons) {
                if (asked.containsKey(reason.item())
                        || asked.values().stream().anyMatch(o -> decides(reason.item(), o))) {
                    byGate.computeIfAbsent(gate.code(), _ -> new ArrayList<>()).add(reason);
                }
            }
        }
        return byGate;
    }

    private static boolean decides(String item, Obligation obligation) {
        return obligation instanceof Obligation.When(var condition)
                && condition.field().equals(item);
    }
}
