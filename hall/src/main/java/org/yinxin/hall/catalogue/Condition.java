package org.yinxin.hall.catalogue;

import java.util.Map;
import java.util.Set;

/**
 * Something that depends on one answer of the form.
 *
 * @param field the name of the field asked
 * @param anyOf the answers for which it holds
 */
public record Condition(String field, Set<String> anyOf) {

    public Condition {
        anyOf = Set.copyOf(anyOf);
    }

    /** Whether it holds for these answers; an answer not given yet never makes it hold. */
    public boolean holds(Map<String, String> answers) {
        return anyOf.contains(answers.getOrDefault(field, ""));
    }
}
