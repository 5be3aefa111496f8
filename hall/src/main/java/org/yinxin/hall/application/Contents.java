package org.yinxin.hall.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.Fact;

/**
 * What was handed in, answers by field and papers by code, and what is known besides.
 *
 * @param answers the answers
 * @param papers the papers
 * @param facts what the hall knows of the case
 * @param earlierAnswers what was answered for the certificate that the case is about
 */
record Contents(
        Map<String, Answer> answers,
        Map<String, GivenPaper> papers,
        Map<Fact, String> facts,
        Map<String, Earlier> earlierAnswers) {

    static final Contents EMPTY = new Contents(Map.of(), Map.of(), Map.of(), Map.of());

    Contents {
        answers = Map.copyOf(answers);
        papers = Map.copyOf(papers);
        facts = Map.copyOf(facts);
        earlierAnswers = Map.copyOf(earlierAnswers);
    }

    /**
     * One answer.
     *
     * @param value as it is kept: normalised if it could be read
     * @param savedAt when it was last saved, also unchanged
     */
    record Answer(String value, Instant savedAt) {}

    /**
     * One paper.
     *
     * @param paper where it is in the archive
     * @param format what its bytes are
     * @param bytes its size
     * @param attachedAt when it was handed in
     */
    record GivenPaper(PaperId paper, PaperFormat format, long bytes, Instant attachedAt) {}

    /**
     * An answer that was taken over.
     *
     * @param value as it was kept then
     * @param fixed whether it is shown and not asked again
     */
    record Earlier(String value, boolean fixed) {}

    /** The earlier values alone. */
    Map<String, String> earlier() {
        Map<String, String> values = new HashMap<>();
        earlierAnswers.forEach((name, earlier) -> values.put(name, earlier.value()));
        return values;
    }

    /** The fields that are shown and not asked again. */
    Set<String> fixed() {
        return earlierAnswers.entrySet().stream()
                .filter(entry -> entry.getValue().fixed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The values alone, and the facts under their keys: what conditions ask for. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        answers.forEach((name, answer) -> values.put(name, answer.value()));
        facts.forEach((fact, value) -> values.put(fact.key(), value));
        return values;
    }
}
