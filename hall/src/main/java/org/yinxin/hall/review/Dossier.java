package org.yinxin.hall.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.Words;

/**
 * What was submitted, as it stood at that moment: the officers judge this and nothing that changes meanwhile.
 *
 * @param subscriber the name of who applies, shown in the queue in clear: an organisation's, not a person's
 * @param business what is applied for
 * @param sections the answers, in the order of the form
 * @param papers the papers, in the order of the plan
 * @param surcharge what the approving officer sets an amount for; null for nothing
 */
public record Dossier(
        String subscriber,
        Words business,
        List<Section> sections,
        List<Paper> papers,
        @Nullable Words surcharge) {

    public Dossier {
        sections = List.copyOf(sections);
        papers = List.copyOf(papers);
    }

    public Dossier(String subscriber, Words business, List<Section> sections, List<Paper> papers) {
        this(subscriber, business, sections, papers, null);
    }

    /** The same, where the approving officer also sets an amount. */
    public Dossier asking(@Nullable Words amountFor) {
        return new Dossier(subscriber, business, sections, papers, amountFor);
    }

    /**
     * Answers under one heading.
     *
     * @param code the section's name in the plan
     * @param title its heading
     * @param items its answers
     */
    public record Section(String code, Words title, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One answer.
     *
     * @param key the field's name; unique among answers and papers
     * @param label what was asked
     * @param type what kind of answer it is, which also says whether it is personal
     * @param value the answer, normalised
     * @param words what is read instead of the value, when it was chosen from a list
     * @param warnings what the checks found doubtful
     * @param former what was answered for the certificate that the case is about; null where that was the same, or nothing
     */
    public record Item(
            String key,
            Words label,
            FieldType type,
            String value,
            @Nullable Words words,
            List<Warning> warnings,
            @Nullable Former former) {
        public Item {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * An answer that another one has taken the place of.
     *
     * @param value the answer, normalised
     * @param words what is read instead of the value, when it was chosen from a list
     */
    public record Former(String value, @Nullable Words words) {}

    /**
     * Something to look at twice.
     *
     * @param messageKey the sentence, from any package's message files
     * @param arguments values for its placeholders
     */
    public record Warning(String messageKey, List<String> arguments) {
        public Warning {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * One paper.
     *
     * @param key the paper's code; unique among answers and papers
     * @param label what it is called
     * @param paper where it is in the archive
     */
    public record Paper(String key, Words label, PaperId paper) {}

    Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** Every key that a verdict or a reason may name. */
    Stream<String> keys() {
        return Stream.concat(items().map(Item::key), papers.stream().map(Paper::key));
    }

    Optional<Paper> paper(String key) {
        return papers.stream().filter(paper -> paper.key().equals(key)).findFirst();
    }
}
