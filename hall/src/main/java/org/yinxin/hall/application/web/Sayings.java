package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.web.ErrorSummary;
import org.yinxin.hall.web.FieldMessage;

/** Says in words what is wrong with saved answers: they are kept, so no refusal says it. */
@Component
class Sayings {

    private final MessageSource messages;

    Sayings(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Locale reader, Object... arguments) {
        // A sentence that is missing must not keep a saved answer from its owner; a test finds it.
        String found = messages.getMessage(key, arguments, key, reader);
        return found == null ? key : found;
    }

    String say(Violation violation, Locale reader) {
        return say(violation.messageKey(), reader, violation.arguments().toArray());
    }

    /** The violations of these fields, in their order; {@link ErrorSummary#NONE} when there are none. */
    ErrorSummary summary(List<Violation> violations, List<String> fields, Locale reader) {
        var messages =
                fields.stream()
                        .flatMap(
                                field ->
                                        violations.stream()
                                                .filter(each -> each.field().equals(field)))
                        .map(each -> new FieldMessage(each.field(), say(each, reader)))
                        .toList();
        return messages.isEmpty() ? ErrorSummary.NONE : new ErrorSummary(null, messages);
    }

    /** One sentence about one field that no use case refused, because it was never asked. */
    ErrorSummary one(String field, String key, Locale reader) {
        return new ErrorSummary(null, List.of(new FieldMessage(field, say(key, reader))));
    }

    /** What is said of each field, several sentences of one field joined. */
    Map<String, String> byField(List<Violation> said, Locale reader) {
        return said.stream()
                .collect(
                        Collectors.toMap(
                                Violation::field,
                                each -> say(each, reader),
                                (one, other) -> one + " " + other));
    }
}
