package org.yinxin.hall.outcome;

import java.util.List;

/**
 * One thing that is wrong with one field.
 *
 * @param field the field's name as the form and the API spell it
 * @param messageKey the message, from the message files of the package that refuses
 * @param arguments values for the message's placeholders
 */
public record Violation(String field, String messageKey, List<String> arguments) {

    public Violation {
        arguments = List.copyOf(arguments);
    }

    public Violation(String field, String messageKey, String... arguments) {
        this(field, messageKey, List.of(arguments));
    }
}
