package org.yinxin.hall.application.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.outcome.Violation;

/**
 * One page of the form, ready to be shown.
 *
 * @param section the page
 * @param at which one of the pages that can be changed now, from 1
 * @param of how many these are
 * @param questions what is asked; also what only some are asked, so that the page need not be sent twice
 * @param fixed what was taken over from the certificate and is not asked again
 * @param following the code of the next page, or nothing
 */
record SectionModel(
        FormSection section,
        int at,
        int of,
        List<Question> questions,
        List<Taken> fixed,
        @Nullable String following) {

    /**
     * An answer that was taken over.
     *
     * @param label what was asked
     * @param value what was answered, masked where personal
     */
    record Taken(String label, String value) {}

    /** The names of the questions, in order. */
    List<String> names() {
        return questions.stream().map(Question::name).toList();
    }

    /** What each question is called, for the summary of what is wrong. */
    // Public for the template: its expressions see no other methods.
    public Map<String, String> labels() {
        return questions.stream().collect(Collectors.toMap(Question::name, Question::label));
    }

    /** One page of the form by its code, with every field that the plan knows. */
    static Optional<FormSection> find(ApplicationView view, String code) {
        return sections(view).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Whether a field may be answered now, or may be once another answer of the same page makes it concern the subscriber. */
    static boolean open(FormView form, FormSection section, FormField field) {
        boolean asked =
                form.changeable().contains(field.name())
                        && field.obligation().concerns(form.answers());
        return asked || opensOnThisPage(form, section, field);
    }

    private static boolean opensOnThisPage(FormView form, FormSection section, FormField field) {
        return field.obligation() instanceof Obligation.When(Condition condition)
                && !condition.holds(form.answers())
                && form.changeable().contains(condition.field())
                && section.fields().stream()
                        .anyMatch(deciding -> deciding.name().equals(condition.field()));
    }

    private static List<FormSection> sections(ApplicationView view) {
        return view.gates().stream()
                .map(ApplicationView.Gate::settings)
                .filter(GateSettings.Form.class::isInstance)
                .flatMap(settings -> ((GateSettings.Form) settings).sections().stream())
                .toList();
    }

    /** Makes it; a component, because what officers and checks said needs words. */
    @Component
    static class Maker {

        private final Sayings sayings;

        Maker(Sayings sayings) {
            this.sayings = sayings;
        }

        SectionModel of(
                ApplicationView view,
                FormView form,
                FormSection section,
                Map<String, String> typed,
                Locale reader) {
            Map<String, String> answers = new HashMap<>(form.answers());
            answers.putAll(typed);
            Map<String, String> remarks = remarks(view, form, reader);
            // What was decided on another page cannot change while this one is filled in.
            var asked =
                    section.fields().stream().filter(field -> open(form, section, field)).toList();
            var questions =
                    asked.stream()
                            .map(
                                    field ->
                                            Question.of(
                                                            field,
                                                            answers.get(field.name()),
                                                            remarks.get(field.name()),
                                                            reader)
                                                    .offering(years(field, form, reader))
                                                    .onlyWhen(OnlyWhen.of(field, asked, reader)))
                            .toList();
            var pages =
                    sections(view).stream()
                            .filter(
                                    page ->
                                            page.fields().stream()
                                                    .anyMatch(field -> open(form, page, field)))
                            .toList();
            int at = pages.indexOf(section);
            return new SectionModel(
                    section,
                    at + 1,
                    pages.size(),
                    questions,
                    taken(view, form, section, reader),
                    at >= 0 && at + 1 < pages.size() ? pages.get(at + 1).code() : null);
        }

        /** The years to choose from, in words; nothing for every other question. */
        private Map<String, String> years(FormField field, FormView form, Locale reader) {
            Map<String, String> years = new LinkedHashMap<>();
            if (field.type() == FieldType.YEARS) {
                form.years()
                        .forEach(
                                count ->
                                        years.put(
                                                count.toString(),
                                                sayings.say(
                                                        "application.web.form.years",
                                                        reader,
                                                        count)));
            }
            return years;
        }

        private static List<Taken> taken(
                ApplicationView view, FormView form, FormSection section, Locale reader) {
            return section.fields().stream()
                    .filter(field -> form.fixed().contains(field.name()))
                    .map(
                            field ->
                                    new Taken(
                                            field.label().in(reader),
                                            chosen(
                                                    field,
                                                    view.form().getOrDefault(field.name(), ""),
                                                    reader)))
                    .toList();
        }

        private static String chosen(FormField field, String value, Locale reader) {
            return field.options().stream()
                    .filter(option -> option.value().equals(value))
                    .map(option -> option.label().in(reader))
                    .findFirst()
                    .orElse(value);
        }

        private Map<String, String> remarks(ApplicationView view, FormView form, Locale reader) {
            List<Violation> warnings = form.warnings();
            Map<String, String> remarks = new HashMap<>(sayings.byField(warnings, reader));
            view.gates().stream()
                    .filter(gate -> gate.standing() == GateStanding.RETURNED)
                    .flatMap(gate -> gate.reasons().stream())
                    .forEach(
                            reason ->
                                    remarks.put(
                                            reason.item(),
                                            sayings.say(
                                                    "application.web.returned",
                                                    reader,
                                                    reason.reason().in(reader),
                                                    reason.text())));
            return remarks;
        }
    }
}
