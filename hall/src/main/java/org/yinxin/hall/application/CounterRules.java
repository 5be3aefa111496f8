package org.yinxin.hall.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.outcome.Violation;

/** What hinders the submission of a case that was entered at the counter, besides what hinders any other. */
@Component
class CounterRules {

    private final CounterCases counterCases;

    CounterRules(CounterCases counterCases) {
        this.counterCases = counterCases;
    }

    List<Violation> violations(Application application, Contents contents, GatePlan submission) {
        Optional<Visit> visit = counterCases.visitOf(application.number());
        if (visit.isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(agent(application, contents, visit.get()));
        Map<String, Original> originals = counterCases.originals(application.number());
        for (PaperRequirement paper : papers(application, contents, submission)) {
            if (!originals.containsKey(paper.code())) {
                violations.add(new Violation(paper.code(), "application.counter.original.missing"));
            }
        }
        return violations;
    }

    /** The papers of this case whose originals are wanted: those that must be given, and those that were. */
    private static List<PaperRequirement> papers(
            Application application, Contents contents, GatePlan submission) {
        Set<GateCode> before = application.business().before(submission);
        Map<String, String> values = contents.values();
        return application.business().gates(GateSettings.Papers.class).stream()
                .filter(gate -> before.contains(gate.code()) && !gate.mode().skips(values))
                .flatMap(gate -> ((GateSettings.Papers) gate.settings()).papers().stream())
                .filter(
                        paper ->
                                paper.obligation().binds(values)
                                        || contents.papers().containsKey(paper.code()))
                .toList();
    }

    /** The agent of the form is the person whose document was seen. */
    private static List<Violation> agent(Application application, Contents contents, Visit visit) {
        AgentRule agent = application.business().agent();
        if (agent == null) {
            return List.of();
        }
        Map<String, String> values = contents.values();
        List<Violation> violations = new ArrayList<>();
        Map<String, String> shown =
                Map.of(
                        agent.name(), visit.name(),
                        agent.identityNumber(), visit.identityNumber(),
                        agent.mobile(), visit.mobile());
        shown.forEach(
                (field, value) -> {
                    String typed = values.get(field);
                    if (typed != null && !typed.equals(value)) {
                        violations.add(new Violation(field, "application.counter.agent.differs"));
                    }
                });
        return violations;
    }
}
