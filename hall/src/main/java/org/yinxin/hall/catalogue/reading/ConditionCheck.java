package org.yinxin.hall.catalogue.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.PriceLine;

/** Checks that what conditions ask for can be answered, and is known when they ask. */
final class ConditionCheck {

    private final Ground ground;

    private ConditionCheck(Ground ground) {
        this.ground = ground;
    }

    static void check(Ground ground) {
        ConditionCheck check = new ConditionCheck(ground);
        for (GatePlan gate : ground.business().gates()) {
            if (gate.mode() instanceof GateMode.SkipWhen(Condition condition)) {
                String wrong =
                        check.wrong(condition).or(() -> check.late(gate, condition)).orElse("");
                if (!wrong.isEmpty()) {
                    ground.fault(gate, "mode", wrong);
                }
            }
        }
        BusinessPlan business = ground.business();
        for (FormField field : business.fields()) {
            check.obligation(field, field.obligation());
            if (field.obligation() instanceof Obligation.When(Condition condition)
                    && condition.field().equals(field.name())) {
                ground.fault(
                        field,
                        "required",
                        "\"%s\" is asked for only once it is answered: let the condition ask another field."
                                .formatted(field.name()));
            }
        }
        for (PaperRequirement paper : business.papers()) {
            check.obligation(paper, paper.obligation());
        }
        for (GatePlan gate : business.gates(GateSettings.Payment.class)) {
            for (PriceLine line : ((GateSettings.Payment) gate.settings()).lines()) {
                check.price(gate, line);
            }
        }
    }

    private void obligation(Record part, Obligation obligation) {
        if (obligation instanceof Obligation.When(Condition condition)) {
            wrong(condition).ifPresent(wrong -> ground.fault(part, "required", wrong));
        }
    }

    private void price(GatePlan gate, PriceLine line) {
        Condition when = line.when();
        if (when != null) {
            wrong(when)
                    .or(() -> late(gate, when))
                    .ifPresent(wrong -> ground.fault(line, "when", wrong));
        }
        String times = line.times();
        if (times == null) {
            return;
        }
        List<FormField> counts =
                ground.fields(FieldType.COUNT).stream()
                        .filter(field -> field.name().equals(times))
                        .toList();
        if (counts.isEmpty()) {
            ground.fault(
                    line,
                    "times",
                    "\"%s\" is due as often as \"%s\" says, which is no field of type COUNT."
                            .formatted(line.code(), times));
        } else if (counts.getFirst().obligation() instanceof Obligation.Optional) {
            ground.fault(
                    line,
                    "times",
                    "\"%s\" is due as often as \"%s\" says, which nobody has to answer; it would cost nothing: make that field \"required: always\"."
                            .formatted(line.code(), times));
        }
    }

    /** Why a condition can never be asked like this. */
    private Optional<String> wrong(Condition condition) {
        if (condition.field().equals(Block.MISSING)) {
            return Optional.empty();
        }
        return condition.field().contains(".") ? wrongFact(condition) : wrongField(condition);
    }

    private Optional<String> wrongField(Condition condition) {
        Optional<FormField> field = ground.business().field(condition.field());
        if (field.isEmpty()) {
            return Optional.of(
                    "A condition asks for the field \"%s\", which no form of this business has%s"
                            .formatted(
                                    condition.field(),
                                    Nearest.hint(
                                            condition.field(),
                                            ground.business().fields().stream()
                                                    .map(FormField::name)
                                                    .toList())));
        }
        List<String> offered = field.get().options().stream().map(FormField.Option::value).toList();
        return condition.anyOf().stream()
                .filter(value -> !offered.contains(value))
                .sorted()
                .findFirst()
                .map(
                        value ->
                                "A condition waits for \"%s\", which \"%s\" does not offer%s"
                                        .formatted(
                                                value,
                                                condition.field(),
                                                Nearest.hint(value, offered)));
    }

    private Optional<String> wrongFact(Condition condition) {
        Optional<Fact> fact = condition.fact();
        if (fact.isEmpty()) {
            return Optional.of(
                    "\"%s\" is no fact%s"
                            .formatted(
                                    condition.field(),
                                    Nearest.hint(
                                            condition.field(),
                                            Arrays.stream(Fact.values()).map(Fact::key).toList())));
        }
        for (String value : condition.anyOf()) {
            if (!fact.get().possible().contains(value)) {
                return Optional.of(
                        "A condition waits for \"%s\", which %s never is%s"
                                .formatted(
                                        value,
                                        condition.field(),
                                        Nearest.hint(value, fact.get().possible())));
            }
        }
        return switch (fact.get()) {
            case CERTIFICATE_PHASE -> impossiblePhase(condition);
            case PAYMENT_CHANNEL -> impossibleChannel(condition);
        };
    }

    private Optional<String> impossiblePhase(Condition condition) {
        CertificateRule rule = ground.business().certificate();
        if (rule == null) {
            return Optional.of(
                    "A condition asks how the certificate stands, and %s is about none."
                            .formatted(ground.business().code()));
        }
        if (condition.anyOf().contains("OVERDUE") && rule.overdueAfterDays() == null) {
            return Optional.of(
                    "A condition waits for OVERDUE, and \"certificate\" does not say after how many days that is: add \"overdueAfterDays\".");
        }
        return condition.anyOf().stream()
                .filter(value -> !value.equals("OVERDUE"))
                .filter(value -> rule.phases().stream().noneMatch(p -> p.name().equals(value)))
                .findFirst()
                .map(
                        value ->
                                "A condition waits for %s, and \"certificate\" lets no certificate in that is: add it to \"phases\"."
                                        .formatted(value));
    }

    private Optional<String> impossibleChannel(Condition condition) {
        List<String> channels =
                ground.business()
                        .settings(GateSettings.Payment.class)
                        .flatMap(payment -> payment.channels().stream())
                        .toList();
        return condition.anyOf().stream()
                .filter(value -> !channels.contains(value))
                .findFirst()
                .map(
                        value ->
                                "A condition waits for \"%s\", through which nothing of this business is paid: add it to \"channels\"."
                                        .formatted(value));
    }

    /** Why the answer may not be there yet when a gate opens. */
    private Optional<String> late(GatePlan gate, Condition condition) {
        boolean known =
                condition
                        .fact()
                        .map(
                                fact ->
                                        switch (fact) {
                                            case CERTIFICATE_PHASE -> true;
                                            case PAYMENT_CHANNEL ->
                                                    ground.comesAfter(
                                                            gate, GateSettings.Payment.class);
                                        })
                        .orElseGet(
                                () ->
                                        ground.business()
                                                .field(condition.field())
                                                .map(field -> ground.askedBefore(gate, field))
                                                .orElse(true));
        return known
                ? Optional.empty()
                : Optional.of(
                        "\"%s\" is not known yet when %s opens: let %s come after the gate that asks for it."
                                .formatted(condition.field(), gate.code(), gate.code()));
    }
}
