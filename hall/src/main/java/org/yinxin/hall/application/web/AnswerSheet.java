package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GateSettings;

/**
 * All answers and papers, to be read once more.
 *
 * @param chapters the answers, page by page
 * @param papers the papers
 * @param ready whether it can be submitted now
 */
record AnswerSheet(List<Chapter> chapters, List<PaperLine> papers, boolean ready) {

    /** The answers of one page. */
    record Chapter(String title, List<Line> lines) {}

    /**
     * One answer.
     *
     * @param label what was asked
     * @param value the answer in words; empty when there is none
     * @param code whether it is a code, to be shown in groups
     * @param fault what is wrong with it, or nothing
     * @param warning what an officer will look at twice, or nothing
     * @param href where it is changed; null when it cannot be
     */
    record Line(
            String label,
            String value,
            boolean code,
            @Nullable String fault,
            @Nullable String warning,
            @Nullable String href) {}

    /** One paper, and where it is changed. */
    record PaperLine(ApplicationView.Paper paper, String title, @Nullable String href) {}

    /** Makes it. */
    @Component
    static class Maker {

        private final Sayings sayings;

        Maker(Sayings sayings) {
            this.sayings = sayings;
        }

        AnswerSheet of(ApplicationView view, FormView form, Locale reader) {
            var faults = sayings.byField(form.violations(), reader);
            var warnings = sayings.byField(form.warnings(), reader);
            return new AnswerSheet(
                    form.sections().stream()
                            .map(section -> chapter(form, section, faults, warnings, reader))
                            .toList(),
                    view.papers().stream().map(paper -> paperLine(view, paper, reader)).toList(),
                    view.gates().stream()
                            .filter(gate -> gate.settings() instanceof GateSettings.Submission)
                            .anyMatch(gate -> gate.standing() == GateStanding.OPEN));
        }

        private Chapter chapter(
                FormView form,
                FormSection section,
                Map<String, String> faults,
                Map<String, String> warnings,
                Locale reader) {
            return new Chapter(
                    section.title().in(reader),
                    section.fields().stream()
                            .map(
                                    field ->
                                            new Line(
                                                    field.label().in(reader),
                                                    answer(form, field, reader),
                                                    Question.of(field, null, null, reader)
                                                            .input()
                                                            .code(),
                                                    faults.get(field.name()),
                                                    warnings.get(field.name()),
                                                    form.changeable().contains(field.name())
                                                            ? Places.item(
                                                                    form.number(),
                                                                    form,
                                                                    field.name())
                                                            : null))
                            .toList());
        }

        private String answer(FormView form, FormField field, Locale reader) {
            String answer = form.answers().getOrDefault(field.name(), "");
            if (field.type() == FieldType.YEARS && !answer.isEmpty()) {
                return sayings.say("application.web.form.years", reader, answer);
            }
            return field.options().stream()
                    .filter(option -> option.value().equals(answer))
                    .map(option -> option.label().in(reader))
                    .findFirst()
                    .orElse(answer);
        }

        private static PaperLine paperLine(
                ApplicationView view, ApplicationView.Paper paper, Locale reader) {
            return new PaperLine(
                    paper,
                    paper.title().in(reader),
                    paper.changeable() ? Places.papers(view.number()) + "#" + paper.code() : null);
        }
    }
}
