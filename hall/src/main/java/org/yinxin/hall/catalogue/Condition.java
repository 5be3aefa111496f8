package org.yinxin.hall.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that depends on one answer of the form, or on one {@link Fact}.
 *
 * @param field the name of the field asked, or the key of the fact
 * @param anyOf the answers for which it holds
 */
public record Condition(String field, Set<String> anyOf) {

    public Condition {
        anyOf = Set.copyOf(anyOf);
    }

    /** The fact asked, if it is no answer. */
    public Optional<Fact> fact() {
        return Fact.parse(field);
    }

    /** Whether it holds for these answers and facts; what is not known yet never makes it hold. */
    public boolean holds(Map<String, String> answers) {
        return anyOf.contains(answers.getOrDefault(field, ""));
    }
}
