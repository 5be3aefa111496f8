package org.yinxin.hall.catalogue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each part of a certificate's subject comes from.
 *
 * @param country the country, always written out
 * @param province ST, or none
 * @param locality L, or none
 * @param organisation O
 * @param commonName CN
 * @param organisationCode the code extension, or none
 */
public record SubjectRule(
        String country,
        @Nullable Source province,
        @Nullable Source locality,
        Source organisation,
        Source commonName,
        @Nullable Source organisationCode) {

    /** A part of a subject: an answer of the form, or a fixed text. */
    public sealed interface Source {

        /**
         * An answer.
         *
         * @param name the field whose answer it is
         */
        record Field(String name) implements Source {}

        /**
         * A text written in the plan.
         *
         * @param text the same for everybody
         */
        record Fixed(String text) implements Source {}

        /** The text for these answers; empty when the answer is missing. */
        default Optional<String> from(Map<String, String> answers) {
            return switch (this) {
                case Field(String name) ->
                        Optional.ofNullable(answers.get(name)).filter(text -> !text.isBlank());
                case Fixed(String text) -> Optional.of(text);
            };
        }
    }
}
