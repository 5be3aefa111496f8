package org.yinxin.hall.review.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.archive.StoredPaper;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.Entry;
import org.yinxin.hall.review.ReviewRound;
import org.yinxin.hall.review.ReviewView;
import org.yinxin.hall.review.Ruling;
import org.yinxin.hall.review.Verdict;

/** Tells a case to a program. */
@Component
class CaseAnswers {

    private final CaseSheets sheets;

    CaseAnswers(CaseSheets sheets) {
        this.sheets = sheets;
    }

    CaseAnswer of(ReviewView view, Locale reader) {
        ReviewRound round = view.current();
        return new CaseAnswer(
                CaseAnswer.Summary.of(view.about()),
                view.task(),
                round.dossier().sections().stream()
                        .map(
                                section ->
                                        new CaseAnswer.Section(
                                                section.code(),
                                                section.title(),
                                                section.items().stream()
                                                        .map(item -> item(round, item, reader))
                                                        .toList()))
                        .toList(),
                round.dossier().papers().stream().map(paper -> paper(view, paper)).toList(),
                round.reasons(),
                round.dossier().surcharge(),
                Stream.concat(Stream.of(round), view.earlier().stream())
                        .map(CaseAnswers::round)
                        .toList());
    }

    private CaseAnswer.Item item(ReviewRound round, Dossier.Item item, Locale reader) {
        return new CaseAnswer.Item(
                item.key(),
                item.label(),
                item.value(),
                item.words(),
                item.type().personal(),
                item.warnings().stream().map(warning -> sheets.say(warning, reader)).toList(),
                item.former(),
                round.changed().contains(item.key()),
                verdict(round, item.key()));
    }

    private static CaseAnswer.Paper paper(ReviewView view, Dossier.Paper paper) {
        StoredPaper about = view.papers().get(paper.key());
        return new CaseAnswer.Paper(
                paper.key(),
                paper.label(),
                "/api/v1/staff/reviews/" + view.about().number() + "/papers/" + paper.key(),
                about == null ? null : about.format().mediaType(),
                about == null ? null : about.bytes(),
                view.current().changed().contains(paper.key()),
                verdict(view.current(), paper.key()));
    }

    private static @Nullable String verdict(ReviewRound round, String key) {
        Entry entry = round.entry();
        Verdict verdict = entry == null ? null : entry.verdicts().get(key);
        return verdict == null ? null : verdict.name().toLowerCase(Locale.ROOT);
    }

    private static CaseAnswer.Round round(ReviewRound each) {
        Entry entry = each.entry();
        Ruling ruling = each.ruling();
        return new CaseAnswer.Round(
                each.number(),
                each.submittedAt(),
                entry == null ? null : entry.by().name(),
                entry == null ? null : entry.at(),
                entry == null ? null : entry.note(),
                ruling == null ? null : ruling.decision().code(),
                ruling == null ? null : ruling.by().name(),
                ruling == null ? null : ruling.at(),
                ruling == null
                        ? List.of()
                        : ruling.decision().itemReasons().stream()
                                .map(
                                        reason ->
                                                new CaseAnswer.Given(
                                                        reason.item(),
                                                        reason.reason(),
                                                        reason.text()))
                                .toList());
    }
}
