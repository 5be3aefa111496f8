package org.yinxin.hall.review.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.Entry;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.ReviewRound;
import org.yinxin.hall.review.ReviewView;
import org.yinxin.hall.review.Ruling;
import org.yinxin.hall.review.Verdict;

/** Lays a case out for its page. */
@Component
class CaseSheets {

    private static final Set<FieldType> COMPARED =
            Set.of(
                    FieldType.CREDIT_CODE,
                    FieldType.LICENCE_NUMBER,
                    FieldType.RESIDENT_IDENTITY_NUMBER,
                    FieldType.OTHER_DOCUMENT_NUMBER,
                    FieldType.MOBILE);

    private final MessageSource messages;

    CaseSheets(MessageSource messages) {
        this.messages = messages;
    }

    CaseSheet of(ReviewView view, JudgementForm form, Locale reader) {
        return new Layout(view, form, reader).sheet();
    }

    String say(Dossier.Warning warning, Locale reader) {
        String key = warning.messageKey();
        String said = messages.getMessage(key, warning.arguments().toArray(), key, reader);
        return said == null ? key : said;
    }

    /** One case, one form, one reader. */
    private final class Layout {

        private final ReviewView view;
        private final ReviewRound round;
        private final @Nullable ReviewRound before;
        private final JudgementForm form;
        private final Locale reader;
        private final Map<String, String> labels;

        Layout(ReviewView view, JudgementForm form, Locale reader) {
            this.view = view;
            this.round = view.current();
            this.before = view.earlier().isEmpty() ? null : view.earlier().getFirst();
            this.form = form;
            this.reader = reader;
            this.labels = labels(view.current().dossier());
        }

        CaseSheet sheet() {
            List<CaseSheet.SectionLines> sections =
                    round.dossier().sections().stream().map(this::section).toList();
            List<CaseSheet.PaperLine> papers =
                    round.dossier().papers().stream().map(this::paper).toList();
            return new CaseSheet(
                    view,
                    view.about().business().in(reader),
                    sections,
                    papers,
                    round.reasons().stream()
                            .map(
                                    reason ->
                                            new CaseSheet.Choice(
                                                    reason.code(), reason.words().in(reader)))
                            .toList(),
                    attention(sections, papers),
                    Stream.concat(Stream.of(round), view.earlier().stream())
                            .map(this::round)
                            .toList());
        }

        private CaseSheet.SectionLines section(Dossier.Section section) {
            return new CaseSheet.SectionLines(
                    section.code(),
                    section.title().in(reader),
                    section.items().stream().map(this::item).toList());
        }

        private CaseSheet.ItemLine item(Dossier.Item item) {
            return new CaseSheet.ItemLine(
                    judged(item.key(), item.label().in(reader)),
                    shown(item),
                    COMPARED.contains(item.type()),
                    item.warnings().stream().map(warning -> say(warning, reader)).toList(),
                    earlier(item.key()),
                    former(item.former()));
        }

        private @Nullable String former(Dossier.@Nullable Former former) {
            if (former == null) {
                return null;
            }
            Words words = former.words();
            return words == null ? former.value() : words.in(reader);
        }

        private CaseSheet.PaperLine paper(Dossier.Paper paper) {
            boolean replaced =
                    before != null
                            && round.changed().contains(paper.key())
                            && before.dossier().papers().stream()
                                    .anyMatch(each -> each.key().equals(paper.key()));
            return new CaseSheet.PaperLine(
                    judged(paper.key(), paper.label().in(reader)),
                    view.papers().get(paper.key()),
                    replaced ? round.number() - 1 : 0);
        }

        private CaseSheet.Judged judged(String key, String label) {
            Verdict verdict = form.verdicts().get(key);
            return new CaseSheet.Judged(
                    key,
                    label,
                    round.changed().contains(key),
                    verdict == null ? null : verdict.name().toLowerCase(Locale.ROOT),
                    form.reasons().getOrDefault(key, ""),
                    form.texts().getOrDefault(key, ""),
                    returnedFor(key));
        }

        private String shown(Dossier.Item item) {
            var words = item.words();
            return words == null ? item.value() : words.in(reader);
        }

        private @Nullable String earlier(String key) {
            if (before == null || !round.changed().contains(key)) {
                return null;
            }
            return before.dossier().sections().stream()
                    .flatMap(section -> section.items().stream())
                    .filter(item -> item.key().equals(key))
                    .map(this::shown)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String returnedFor(String key) {
            ReviewRound last = before;
            Ruling ruling = last == null ? null : last.ruling();
            if (last == null || ruling == null) {
                return null;
            }
            return ruling.decision().itemReasons().stream()
                    .filter(reason -> reason.item().equals(key))
                    .map(reason -> spelled(last, reason))
                    .findFirst()
                    .orElse(null);
        }

        private String spelled(ReviewRound where, ItemReason reason) {
            String words = reasonWords(where, reason);
            return reason.text().isEmpty() ? words : words + " · " + reason.text();
        }

        private String reasonWords(ReviewRound where, ItemReason reason) {
            return where.reason(reason.reason())
                    .map(known -> known.words().in(reader))
                    .orElse(reason.reason());
        }

        private List<CaseSheet.Attention> attention(
                List<CaseSheet.SectionLines> sections, List<CaseSheet.PaperLine> papers) {
            return Stream.concat(
                            sections.stream()
                                    .flatMap(section -> section.items().stream())
                                    .map(
                                            line ->
                                                    attention(
                                                            line.judged(),
                                                            !line.warnings().isEmpty(),
                                                            line.former() != null)),
                            papers.stream().map(line -> attention(line.judged(), false, false)))
                    .filter(attention -> !attention.why().isEmpty())
                    .toList();
        }

        private CaseSheet.Attention attention(
                CaseSheet.Judged judged, boolean warned, boolean other) {
            List<String> why = new ArrayList<>();
            if (warned) {
                why.add("review.attention.warning");
            }
            if (other) {
                why.add("review.attention.former");
            }
            if (round.entry() != null && "doubt".equals(judged.verdict())) {
                why.add("review.attention.doubt");
            }
            if (judged.changed()) {
                why.add("review.attention.changed");
            } else if (judged.before() != null) {
                why.add("review.attention.unchanged");
            }
            return new CaseSheet.Attention(
                    judged.key(), labels.getOrDefault(judged.key(), judged.label()), why);
        }

        private CaseSheet.RoundLine round(ReviewRound each) {
            Entry entry = each.entry();
            Ruling ruling = each.ruling();
            Map<String, String> called = labels(each.dossier());
            List<CaseSheet.ReasonLine> reasons =
                    ruling == null
                            ? List.of()
                            : ruling.decision().itemReasons().stream()
                                    .map(
                                            reason ->
                                                    new CaseSheet.ReasonLine(
                                                            called.getOrDefault(reason.item(), ""),
                                                            reasonWords(each, reason),
                                                            reason.text()))
                                    .toList();
            return new CaseSheet.RoundLine(
                    each.number(),
                    each.submittedAt(),
                    ruling == null ? null : ruling.decision().code(),
                    ruling == null ? null : ruling.by().name(),
                    ruling == null ? null : ruling.at(),
                    entry == null ? null : entry.by().name(),
                    entry == null ? "" : entry.note(),
                    reasons);
        }

        /** What each item is called, with its section before it where two are called the same. */
        private Map<String, String> labels(Dossier dossier) {
            Map<String, String> labels = new HashMap<>();
            Set<String> taken = new HashSet<>();
            Set<String> ambiguous = new HashSet<>();
            dossier.sections().stream()
                    .flatMap(section -> section.items().stream())
                    .map(item -> item.label().in(reader))
                    .filter(label -> !taken.add(label))
                    .forEach(ambiguous::add);
            for (Dossier.Section section : dossier.sections()) {
                for (Dossier.Item item : section.items()) {
                    String label = item.label().in(reader);
                    labels.put(
                            item.key(),
                            ambiguous.contains(label)
                                    ? section.title().in(reader) + " " + label
                                    : label);
                }
            }
            dossier.papers().forEach(paper -> labels.put(paper.key(), paper.label().in(reader)));
            return labels;
        }
    }
}
