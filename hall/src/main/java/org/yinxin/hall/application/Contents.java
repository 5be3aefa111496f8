package org.yinxin.hall.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.Fact;

/**
 * What was handed in, answers by field and papers by code, and what is known besides.
 *
 * @param answers the answers
 * @param papers the papers
 * @param facts what the hall knows of the case
 */
record Contents(
        Map<String, Answer> answers, Map<String, GivenPaper> papers, Map<Fact, String> facts) {

    static final Contents EMPTY = new Contents(Map.of(), Map.of(), Map.of());

    Contents {
        answers = Map.copyOf(answers);
        papers = Map.copyOf(papers);
        facts = Map.copyOf(facts);
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

    /** The values alone, and the facts under their keys: what conditions ask for. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        answers.forEach((name, answer) -> values.put(name, answer.value()));
        facts.forEach((fact, value) -> values.put(fact.key(), value));
        return values;
    }
}
