package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.Obligation;

/**
 * Who is asked a question that not everybody is asked. A script hides the question from the others; without one the
 * page says in words whom it concerns.
 *
 * @param field the question whose answer decides
 * @param values the answers for which this one is asked, separated by blanks
 * @param label what that question is called
 * @param answers those answers in words
 */
record OnlyWhen(String field, String values, String label, String answers) {

    static @Nullable OnlyWhen of(FormField field, List<FormField> all, Locale reader) {
        if (!(field.obligation() instanceof Obligation.When(Condition condition))) {
            return null;
        }
        return all.stream()
                .filter(deciding -> deciding.name().equals(condition.field()))
                .map(deciding -> of(deciding, condition, reader))
                .findFirst()
                .orElse(null);
    }

    private static OnlyWhen of(FormField deciding, Condition condition, Locale reader) {
        var holding =
                deciding.options().stream()
                        .filter(option -> condition.anyOf().contains(option.value()))
                        .toList();
        return new OnlyWhen(
                deciding.name(),
                holding.stream().map(FormField.Option::value).collect(Collectors.joining(" ")),
                deciding.label().in(reader),
                holding.stream()
                        .map(option -> option.label().in(reader))
                        .collect(Collectors.joining(" / ")));
    }
}
