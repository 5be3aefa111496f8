package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.Gate;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.ApplicationView.ItemReasonView;
import org.yinxin.hall.application.ApplicationView.PaperState;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Violation;

/** Makes the task list of an application from its gates: what the gates mean as pages is known here alone. */
final class TaskList {

    private final ApplicationView view;
    private final FormView form;
    private final Locale reader;
    private final Set<String> wrong;

    private TaskList(ApplicationView view, FormView form, Locale reader) {
        this.view = view;
        this.form = form;
        this.reader = reader;
        this.wrong = form.violations().stream().map(Violation::field).collect(Collectors.toSet());
    }

    static List<Task> of(ApplicationView view, FormView form, Locale reader) {
        var list = new TaskList(view, form, reader);
        return view.gates().stream().map(list::task).toList();
    }

    private Task task(Gate gate) {
        var next = view.next();
        boolean isNext = next != null && next.gate().equals(gate.code());
        List<Task.Part> parts =
                switch (gate.settings()) {
                    case GateSettings.Form asked -> parts(asked);
                    case GateSettings.Consent _,
                            GateSettings.Papers _,
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
                            GateSettings.MobileChange _ ->
                            List.of();
                };
        return new Task(
                gate.title().in(reader),
                TaskState.of(gate, begun(gate)),
                href(gate),
                isNext,
                isNext ? NextStep.promise(next, reader) : null,
                gate.standing() == GateStanding.PASSED && !gate.spared() ? gate.at() : null,
                parts,
                gate.reasons().stream().map(this::correction).toList());
    }

    private boolean begun(Gate gate) {
        return switch (gate.settings()) {
            case GateSettings.Form asked ->
                    asked.sections().stream()
                            .flatMap(section -> section.fields().stream())
                            .anyMatch(field -> form.answers().containsKey(field.name()));
            case GateSettings.Papers(var asked) ->
                    view.papers().stream()
                            .filter(paper -> paper.state() != PaperState.MISSING)
                            .anyMatch(
                                    paper ->
                                            asked.stream()
                                                    .anyMatch(
                                                            it -> it.code().equals(paper.code())));
            case GateSettings.Payment _ -> view.order() != null && view.order().checked();
            case GateSettings.Consent _,
                    GateSettings.Submission _,
                    GateSettings.Review _,
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
                    false;
        };
    }

    /** The pages of this form alone: a business may have several forms. */
    private List<Task.Part> parts(GateSettings.Form asked) {
        Set<String> codes =
                asked.sections().stream().map(FormSection::code).collect(Collectors.toSet());
        return form.changeable().isEmpty()
                ? List.of()
                : form.sections().stream()
                        .filter(section -> codes.contains(section.code()))
                        .map(this::part)
                        .toList();
    }

    private Task.Part part(FormSection section) {
        Set<String> names =
                section.fields().stream().map(FormField::name).collect(Collectors.toSet());
        boolean answered = names.stream().anyMatch(form.answers()::containsKey);
        boolean sound = names.stream().noneMatch(wrong::contains);
        boolean changeable = names.stream().anyMatch(form.changeable()::contains);
        boolean returned =
                view.gates().stream()
                        .filter(gate -> gate.standing() == GateStanding.RETURNED)
                        .flatMap(gate -> gate.reasons().stream())
                        .anyMatch(reason -> names.contains(reason.item()));
        TaskState state =
                returned
                        ? TaskState.RETURNED
                        : answered && sound
                                ? TaskState.DONE
                                : answered ? TaskState.ACTIVE : TaskState.NOT_STARTED;
        return new Task.Part(
                section.title().in(reader),
                state,
                changeable ? Places.section(view.number(), section.code()) : null);
    }

    private @Nullable String href(Gate gate) {
        if (gate.standing() == GateStanding.SHUT || gate.spared()) {
            return null;
        }
        return switch (gate.settings()) {
            case GateSettings.Form _,
                    GateSettings.Review _,
                    GateSettings.Delivery _,
                    GateSettings.Ending _,
                    GateSettings.Enablement _,
                    GateSettings.MobileChange _ ->
                    null;
            case GateSettings.Unlocking _ -> whileOpen(gate, Places.unlock(view.number()));
            case GateSettings.Activation _ -> Places.activation(view.number(), gate.code());
            case GateSettings.Identification _ ->
                    whileOpen(gate, Places.identity(view.number(), gate.code().text()));
            case GateSettings.BankCheck _ ->
                    whileOpen(gate, Places.bankCheck(view.number(), gate.code().text()));
            case GateSettings.KeyProof _ -> whileOpen(gate, Places.key(view.number(), gate.code()));
            case GateSettings.Consent _ -> Places.agreement(view.number());
            case GateSettings.Papers _ -> Places.papers(view.number());
            case GateSettings.Submission _ -> Places.check(view.number());
            case GateSettings.Payment _ -> bill(gate);
            case GateSettings.Production(var makers) ->
                    gate.standing() == GateStanding.OPEN
                                    && makers.contains(GateSettings.Maker.SUBSCRIBER)
                            ? Places.produce(view.number())
                            : null;
        };
    }

    /** The bill that is shown is the one to be paid; of several, those paid before have no page here. */
    private @Nullable String bill(Gate gate) {
        boolean shown =
                gate.standing() == GateStanding.OPEN
                        || view.gates().stream()
                                        .filter(it -> it.settings() instanceof GateSettings.Payment)
                                        .count()
                                == 1;
        return view.order() == null || !shown ? null : Places.order(view.order().id());
    }

    /** A gate that the plan let pass by itself has nothing behind it. */
    private static @Nullable String whileOpen(Gate gate, String href) {
        return gate.standing() == GateStanding.OPEN ? href : null;
    }

    private Task.Correction correction(ItemReasonView reason) {
        Words label = reason.itemLabel();
        return new Task.Correction(
                label == null ? null : label.in(reader),
                reason.reason().in(reader),
                reason.text(),
                Places.item(view.number(), form, reason.item()));
    }
}
