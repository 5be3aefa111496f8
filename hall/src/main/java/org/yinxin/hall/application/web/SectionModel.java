package org.yinxin.hall.application.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;

/** One page of the form, ready to be shown. */
record SectionModel(
        FormSection section, int at, int of, List<Question> questions, @Nullable String following) {

    /** The names of the questions, in order. */
    List<String> names() {
        return questions.stream().map(Question::name).toList();
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
            Map<String, String> remarks = remarks(view, form, reader);
            var questions =
                    section.fields().stream()
                            .filter(field -> form.changeable().contains(field.name()))
                            .map(
                                    field ->
                                            Question.of(
                                                    field,
                                                    typed.getOrDefault(
                                                            field.name(),
                                                            form.answers().get(field.name())),
                                                    remarks.get(field.name()),
                                                    reader))
                            .toList();
            var open = form.sections().stream().filter(each -> changeable(form, each)).toList();
            int at = open.indexOf(section);
            return new SectionModel(
                    section,
                    at + 1,
                    open.size(),
                    questions,
                    at >= 0 && at + 1 < open.size() ? open.get(at + 1).code() : null);
        }

        private Map<String, String> remarks(ApplicationView view, FormView form, Locale reader) {
            Map<String, String> remarks = new HashMap<>(sayings.byField(form.warnings(), reader));
            for (var gate : view.gates()) {
                if (gate.standing() == ApplicationView.GateStanding.RETURNED) {
                    gate.reasons()
                            .forEach(
                                    reason ->
                                            remarks.put(
                                                    reason.item(),
                                                    sayings.say(
                                                            "application.web.returned",
                                                            reader,
                                                            reason.reason().in(reader),
                                                            reason.text())));
                }
            }
            return remarks;
        }

        private static boolean changeable(FormView form, FormSection section) {
            return section.fields().stream()
                    .map(FormField::name)
                    .anyMatch(form.changeable()::contains);
        }
    }
}
