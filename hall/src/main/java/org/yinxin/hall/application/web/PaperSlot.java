package org.yinxin.hall.application.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.ApplicationView.PaperState;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.PaperRequirement;

/**
 * One paper on the page where papers are handed in.
 *
 * @param code its code, which is also the id of its input
 * @param title what it is called
 * @param help what must be seen on it, or none
 * @param required whether it must be given
 * @param changeable whether it may be given or replaced now
 * @param given whether there is one
 * @param document whether what was given has pages that are drawn, instead of being a picture itself
 * @param bytes the size of what was given
 * @param formats what may be given, as people write it
 * @param accept the same for the browser's file chooser
 * @param maxBytes the largest file taken
 * @param returned why it was returned, or nothing
 */
record PaperSlot(
        String code,
        String title,
        @Nullable String help,
        boolean required,
        boolean changeable,
        boolean given,
        boolean document,
        long bytes,
        String formats,
        String accept,
        long maxBytes,
        List<Task.Correction> returned) {

    /** Those that can be given now, then what is there; what a later step asks for has its own time. */
    static List<PaperSlot> of(ApplicationView view, Locale reader) {
        return view.papers().stream()
                .filter(paper -> paper.changeable() || paper.state() != PaperState.MISSING)
                .flatMap(
                        paper ->
                                rules(view)
                                        .filter(rule -> rule.code().equals(paper.code()))
                                        .map(rule -> slot(view, paper, rule, reader)))
                .sorted(Comparator.comparing(PaperSlot::changeable).reversed())
                .toList();
    }

    private static Stream<PaperRequirement> rules(ApplicationView view) {
        return view.gates().stream()
                .map(ApplicationView.Gate::settings)
                .filter(GateSettings.Papers.class::isInstance)
                .flatMap(settings -> ((GateSettings.Papers) settings).papers().stream());
    }

    private static PaperSlot slot(
            ApplicationView view,
            ApplicationView.Paper paper,
            PaperRequirement rule,
            Locale reader) {
        Long bytes = paper.bytes();
        return new PaperSlot(
                paper.code(),
                paper.title().in(reader),
                paper.help() == null ? null : paper.help().in(reader),
                paper.required(),
                paper.changeable(),
                paper.state() != PaperState.MISSING,
                "pdf".equals(paper.format()),
                bytes == null ? 0 : bytes,
                String.join(" / ", rule.formats().stream().sorted().toList()),
                String.join(",", rule.formats().stream().sorted().map(each -> "." + each).toList()),
                rule.maxBytes(),
                returned(view, paper.code(), reader));
    }

    private static List<Task.Correction> returned(
            ApplicationView view, String paper, Locale reader) {
        return view.gates().stream()
                .filter(gate -> gate.standing() == GateStanding.RETURNED)
                .flatMap(gate -> gate.reasons().stream())
                .filter(reason -> reason.item().equals(paper))
                .map(
                        reason ->
                                new Task.Correction(
                                        null, reason.reason().in(reader), reason.text(), null))
                .toList();
    }
}
