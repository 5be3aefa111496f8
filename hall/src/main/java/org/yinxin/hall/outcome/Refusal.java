package org.yinxin.hall.outcome;

import java.util.List;

/**
 * Why a use case did not do what it was asked.
 *
 * @param code the stable code, whose message tells the reader what to do
 * @param violations what is wrong with single fields; empty when the refusal is about the whole
 * @param arguments values for the placeholders of the code's message
 */
public record Refusal(ErrorCode code, List<Violation> violations, List<String> arguments) {

    public Refusal {
        violations = List.copyOf(violations);
        arguments = List.copyOf(arguments);
    }

    public Refusal(ErrorCode code, List<Violation> violations) {
        this(code, violations, List.of());
    }

    public Refusal(ErrorCode code) {
        this(code, List.of(), List.of());
    }
}
