package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.application.gate.Gates;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One application without what was handed in.
 *
 * @param number the case
 * @param account whose it is
 * @param plan the version of the plan it was opened under
 * @param business what was applied for
 * @param about the certificate that it is about; null when it is about none
 * @param openedAt when it was opened
 * @param changedAt when it last changed
 * @param gates where its gates stand
 * @param milestones what it has come to
 * @param version of the row, against changes made from two sides
 */
record Application(
        CaseNumber number,
        AccountId account,
        Plan plan,
        BusinessPlan business,
        @Nullable About about,
        Instant openedAt,
        Instant changedAt,
        Gates gates,
        Milestones milestones,
        int version) {

    Application with(Gates next) {
        return new Application(
                number,
                account,
                plan,
                business,
                about,
                openedAt,
                changedAt,
                next,
                milestones,
                version);
    }

    Application with(Milestones next) {
        return new Application(
                number, account, plan, business, about, openedAt, changedAt, gates, next, version);
    }

    Application with(About next) {
        return new Application(
                number,
                account,
                plan,
                business,
                next,
                openedAt,
                changedAt,
                gates,
                milestones,
                version);
    }

    Application stored(Instant at) {
        return new Application(
                number,
                account,
                plan,
                business,
                about,
                openedAt,
                at,
                gates,
                milestones,
                version + 1);
    }

    /** What the journal calls it. */
    String subject() {
        return "application:" + number;
    }

    GatePlan gate(GateCode code) {
        return business.gate(code)
                .orElseThrow(() -> new IllegalStateException("no gate " + code + " in the plan"));
    }

    /** The gate of one kind that can be done now. */
    Optional<GatePlan> workable(Class<? extends GateSettings> kind) {
        return business.gates(kind).stream()
                .filter(gate -> gates.workable(gate.code()))
                .findFirst();
    }

    /** The gates of one kind at which something may be changed now. */
    List<GatePlan> changeable(Class<? extends GateSettings> kind) {
        return business.gates(kind).stream().filter(gate -> gates.changeable(gate.code())).toList();
    }
}
