package org.yinxin.hall.application;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Lists the cases that stand at a gate, names masked. Refuses anybody but reviewers and auditors. */
@Component
public class ListAtGate {

    /** Cases on one page. */
    public static final int PAGE = 20;

    private static final Set<Role> READERS =
            EnumSet.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.AUDITOR);

    private final OpenGates gates;
    private final Applications applications;

    ListAtGate(OpenGates gates, Applications applications) {
        this.gates = gates;
        this.applications = applications;
    }

    /**
     * One page.
     *
     * @param next the number behind which the next page starts; null on the last
     */
    public record Page(List<ApplicationSummary> cases, @Nullable CaseNumber next) {

        public Page {
            cases = List.copyOf(cases);
        }
    }

    @Transactional(readOnly = true)
    public Outcome<Page> list(
            Actor actor, GateCode gate, @Nullable PlanCode plan, @Nullable CaseNumber after) {
        if (READERS.stream().noneMatch(actor::has)) {
            return Outcome.refused(DeskError.NOT_FOR_OVERVIEW);
        }
        List<CaseNumber> found = gates.at(gate, plan, after == null ? "" : after.text(), PAGE + 1);
        List<CaseNumber> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return Outcome.done(
                new Page(
                        applications.all(shown).stream()
                                .sorted(Comparator.comparing(each -> each.number().text()))
                                .map(ListApplications::masked)
                                .toList(),
                        found.size() > PAGE ? shown.getLast() : null));
    }
}
