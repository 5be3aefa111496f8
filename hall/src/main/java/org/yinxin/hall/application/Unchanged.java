package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Violation;

/** A change of information that changes nothing: what counts as a change is the plan's to say. */
final class Unchanged {

    private Unchanged() {}

    /** Said once, at the first field of the form that could be changed. */
    static Optional<Violation> at(Application application, GatePlan gate, Contents contents) {
        CertificateRule rule = application.business().certificate();
        if (application.business().kind() != BusinessKind.CHANGE
                || rule == null
                || contents.earlierAnswers().isEmpty()) {
            return Optional.empty();
        }
        List<FormField> counting =
                application.business().fields().stream()
                        .filter(field -> counts(rule.changes(), contents, field))
                        .toList();
        Map<String, String> now = contents.values();
        Map<String, String> earlier = contents.earlier();
        boolean changed =
                counting.stream()
                        .map(FormField::name)
                        .anyMatch(name -> !Objects.equals(now.get(name), earlier.get(name)));
        return changed
                ? Optional.empty()
                : counting.stream()
                        .findFirst()
                        .filter(field -> asks(gate, field))
                        .map(field -> new Violation(field.name(), "application.field.unchanged"));
    }

    private static boolean counts(Set<String> changes, Contents contents, FormField field) {
        return changes.isEmpty()
                ? contents.earlierAnswers().containsKey(field.name())
                : changes.contains(field.name());
    }

    private static boolean asks(GatePlan gate, FormField field) {
        return gate.settings() instanceof GateSettings.Form(var sections)
                && sections.stream().anyMatch(section -> section.fields().contains(field));
    }
}
