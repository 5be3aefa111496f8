package org.yinxin.hall.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.Contents.GivenPaper;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.review.Dossier;

/** Puts together what the officers judge. */
final class Dossiers {

    private Dossiers() {}

    static Dossier of(Application application, Contents contents, LocalDate today) {
        Map<String, String> values = contents.values();
        Set<String> unknown = Parties.unknown(application);
        List<Dossier.Section> sections = new ArrayList<>();
        for (FormSection section : application.business().sections()) {
            List<Dossier.Item> items =
                    section.fields().stream()
                            .filter(field -> field.obligation().concerns(values))
                            .flatMap(field -> item(field, contents, unknown, today).stream())
                            .toList();
            if (!items.isEmpty()) {
                sections.add(new Dossier.Section(section.code(), section.title(), items));
            }
        }
        List<Dossier.Paper> papers = new ArrayList<>();
        for (PaperRequirement paper : application.business().papers()) {
            GivenPaper given = contents.papers().get(paper.code());
            if (given != null && paper.obligation().concerns(values)) {
                papers.add(new Dossier.Paper(paper.code(), paper.title(), given.paper()));
            }
        }
        String holder = application.milestones().holder();
        return new Dossier(
                holder == null ? "" : holder, application.business().title(), sections, papers);
    }

    private static Optional<Dossier.Item> item(
            FormField field, Contents contents, Set<String> unknown, LocalDate today) {
        String value = contents.values().get(field.name());
        if (value == null) {
            return Optional.empty();
        }
        List<Dossier.Warning> warnings = new ArrayList<>();
        if (FieldChecks.check(field, value, today)
                instanceof FieldChecks.Finding.Doubtful(_, String key)) {
            warnings.add(new Dossier.Warning(key, List.of()));
        }
        if (unknown.contains(field.name())) {
            warnings.add(new Dossier.Warning("identification.unknown", List.of()));
        }
        return Optional.of(
                new Dossier.Item(
                        field.name(),
                        field.label(),
                        field.type(),
                        value,
                        chosen(field, value),
                        warnings,
                        former(field, value, contents)));
    }

    /** The officer judges a change, so what it changes stands beside it. */
    private static Dossier.@Nullable Former former(
            FormField field, String value, Contents contents) {
        Contents.Earlier earlier = contents.earlierAnswers().get(field.name());
        return earlier == null || earlier.value().equals(value)
                ? null
                : new Dossier.Former(earlier.value(), chosen(field, earlier.value()));
    }

    private static @Nullable Words chosen(FormField field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(FormField.Option::label)
                .findFirst()
                .orElse(null);
    }
}
