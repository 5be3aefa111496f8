package org.yinxin.hall.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinxin.hall.application.gate.GateState.Returned;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;

/**
 * What may be changed now: all before the first submission, and after a return what it named. Where the answer that
 * was returned decides which other items are asked for, these follow it.
 */
final class Changeable {

    private Changeable() {}

    static Set<String> fields(Application application, Contents contents) {
        Set<String> fields = items(application, GateSettings.Form.class);
        fields.removeAll(Fixed.of(application, contents));
        return fields;
    }

    static Set<String> papers(Application application) {
        return items(application, GateSettings.Papers.class);
    }

    /** The fields or papers that a gate asks for. */
    static Map<String, Obligation> asked(GatePlan gate) {
        Map<String, Obligation> asked = new HashMap<>();
        switch (gate.settings()) {
            case GateSettings.Form form ->
                    form.sections().stream()
                            .flatMap(section -> section.fields().stream())
                            .forEach(field -> asked.put(field.name(), field.obligation()));
            case GateSettings.Papers papers ->
                    papers.papers().forEach(paper -> asked.put(paper.code(), paper.obligation()));
            case GateSettings.Consent _,
                    GateSettings.Submission _,
                    GateSettings.Review _,
                    GateSettings.Payment _,
                    GateSettings.Production _,
                    GateSettings.Identification _,
                    GateSettings.BankCheck _,
                    GateSettings.KeyProof _,
                    GateSettings.Delivery _,
                    GateSettings.Activation _,
                    GateSettings.Unlocking _,
                    GateSettings.Ending _,
                    GateSettings.Enablement _,
                    GateSettings.MobileChange _ -> {}
        }
        return asked;
    }

    private static Set<String> items(Application application, Class<? extends GateSettings> kind) {
        Set<String> returned = returnedAnywhere(application).collect(Collectors.toSet());
        Set<String> items = new HashSet<>();
        for (GatePlan gate : application.changeable(kind)) {
            Optional<Returned> correction = application.gates().correction(gate.code());
            asked(gate)
                    .forEach(
                            (item, obligation) -> {
                                if (correction.isEmpty()
                                        || returned.contains(item)
                                        || follows(obligation, returned)) {
                                    items.add(item);
                                }
                            });
        }
        return items;
    }

    private static Stream<String> returnedAnywhere(Application application) {
        return application.business().gates().stream()
                .flatMap(gate -> application.gates().correction(gate.code()).stream())
                .flatMap(correction -> correction.reasons().stream())
                .map(ItemReason::item);
    }

    private static boolean follows(Obligation obligation, Set<String> returned) {
        return obligation instanceof Obligation.When(var condition)
                && returned.contains(condition.field());
    }
}
