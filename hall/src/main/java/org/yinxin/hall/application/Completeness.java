package org.yinxin.hall.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinxin.hall.application.Contents.Answer;
import org.yinxin.hall.application.Contents.GivenPaper;
import org.yinxin.hall.application.gate.GateState.Returned;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.outcome.Violation;

/**
 * What is missing or wrong in what was handed in, and what is doubtful. What a return named counts as wrong until it
 * was saved or handed in again, so that nothing is submitted a second time by mere habit.
 */
final class Completeness {

    /** Where the consent is missing, as the check page and the API name it. */
    static final String AGREEMENT = "agreement";

    private final Application application;
    private final Contents contents;
    private final LocalDate today;
    private final Map<String, String> values;

    private Completeness(Application application, Contents contents, LocalDate today) {
        this.application = application;
        this.contents = contents;
        this.today = today;
        this.values = contents.values();
    }

    static Completeness of(Application application, Contents contents, LocalDate today) {
        return new Completeness(application, contents, today);
    }

    /** All that hinders the submission, in the order of the plan. */
    List<Violation> violations() {
        return application.business().gates().stream().flatMap(gate -> at(gate).stream()).toList();
    }

    /** What is wrong with the answers alone; the papers and the agreement say for themselves how they stand. */
    List<Violation> wrongAnswers() {
        return application.business().gates(GateSettings.Form.class).stream()
                .flatMap(gate -> at(gate).stream())
                .toList();
    }

    /** What hinders one gate; nothing where the plan skips it for this case. */
    List<Violation> at(GatePlan gate) {
        if (gate.mode().skips(values)) {
            return List.of();
        }
        return switch (gate.settings()) {
            case GateSettings.Form form ->
                    Stream.concat(
                                    form.sections().stream()
                                            .flatMap(section -> section.fields().stream())
                                            .flatMap(field -> field(gate, field).stream()),
                                    Unchanged.at(application, gate, contents).stream())
                            .toList();
            case GateSettings.Papers papers ->
                    papers.papers().stream().flatMap(paper -> paper(gate, paper).stream()).toList();
            case GateSettings.Consent _ ->
                    application.gates().state(gate.code()).passed()
                            ? List.of()
                            : List.of(new Violation(AGREEMENT, "application.agreement.missing"));
            case GateSettings.Submission _,
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
                    GateSettings.MobileChange _ ->
                    List.of();
        };
    }

    /** What an officer should look at twice. */
    List<Violation> warnings() {
        List<Violation> warnings = new ArrayList<>();
        for (FormField field : concerned()) {
            Answer answer = contents.answers().get(field.name());
            if (answer != null
                    && FieldChecks.check(field, answer.value(), today)
                            instanceof FieldChecks.Finding.Doubtful(_, String key)) {
                warnings.add(new Violation(field.name(), key));
            }
        }
        return warnings;
    }

    /** The questions that this subscriber is asked. */
    List<FormField> concerned() {
        return application.business().fields().stream()
                .filter(field -> field.obligation().concerns(values))
                .toList();
    }

    private Optional<Violation> field(GatePlan gate, FormField field) {
        if (!field.obligation().concerns(values)) {
            return Optional.empty();
        }
        Answer answer = contents.answers().get(field.name());
        if (answer == null) {
            return field.obligation().binds(values)
                    ? Optional.of(new Violation(field.name(), "application.field.missing"))
                    : Optional.empty();
        }
        if (FieldChecks.check(field, answer.value(), today)
                instanceof FieldChecks.Finding.Bad(String key)) {
            return Optional.of(new Violation(field.name(), key));
        }
        if (field.type() == FieldType.YEARS && !yearsOffered(answer.value())) {
            return Optional.of(new Violation(field.name(), "application.field.not-offered"));
        }
        return stale(gate, field.name(), answer.savedAt())
                ? Optional.of(new Violation(field.name(), "application.field.returned"))
                : Optional.empty();
    }

    private Optional<Violation> paper(GatePlan gate, PaperRequirement paper) {
        if (!paper.obligation().concerns(values)) {
            return Optional.empty();
        }
        GivenPaper given = contents.papers().get(paper.code());
        if (given == null) {
            return paper.obligation().binds(values)
                    ? Optional.of(new Violation(paper.code(), "application.paper.missing"))
                    : Optional.empty();
        }
        return stale(gate, paper.code(), given.attachedAt())
                ? Optional.of(new Violation(paper.code(), "application.paper.returned"))
                : Optional.empty();
    }

    private boolean yearsOffered(String years) {
        Stream<Integer> offered =
                application.plan().product(application.business(), values).years().stream();
        return offered.anyMatch(offer -> offer.toString().equals(years));
    }

    /** Whether an item was returned and not handed in again since. */
    private boolean stale(GatePlan gate, String item, Instant savedAt) {
        return application
                .gates()
                .correction(gate.code())
                .filter(returned -> named(returned, item) && !savedAt.isAfter(returned.at()))
                .isPresent();
    }

    static boolean named(Returned returned, String item) {
        return returned.reasons().stream().anyMatch(reason -> reason.item().equals(item));
    }
}
