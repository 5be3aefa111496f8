package org.yinxin.hall.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows when its form was refused: one sentence, and per field a message that the summary links to.
 *
 * @param sentence what happened and what to do; null when nothing was refused
 * @param fields the messages in the order of the form
 */
public record ErrorSummary(@Nullable String sentence, List<FieldMessage> fields) {

    /** Nothing was refused. Every page has at least this, so templates never ask for null. */
    public static final ErrorSummary NONE = new ErrorSummary(null, List.of());

    public ErrorSummary {
        fields = List.copyOf(fields);
    }

    public boolean isEmpty() {
        return sentence == null && fields.isEmpty();
    }

    /** The first message about a field, or null. */
    public @Nullable String of(String field) {
        return fields.stream()
                .filter(each -> each.field().equals(field))
                .map(FieldMessage::message)
                .findFirst()
                .orElse(null);
    }
}
