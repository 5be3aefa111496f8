package org.yinxin.hall.archive;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.picture.FileKind;
import org.yinxin.hall.archive.picture.Finding;
import org.yinxin.hall.archive.picture.Picture;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Takes a paper into the archive. Neither its name nor its declared type is asked for: only its bytes count.
 *
 * <p>Refuses what is empty, larger than the rules allow, of a format that the rules do not list (and says what it
 * really is), of more than 40 million pixels, cut off or broken, or a picture that is or holds another file.
 *
 * <p>The file is written before the row is committed: a roll-back leaves an unlisted file and never a row without one.
 */
@Component
public class StorePaper {

    private static final String FIELD = "file";

    private final SealedFolder folder;
    private final ArchivePapers papers;
    private final Clock clock;

    StorePaper(SealedFolder folder, ArchivePapers papers, Clock clock) {
        this.folder = folder;
        this.papers = papers;
        this.clock = clock;
    }

    @Transactional
    public Outcome<StoredPaper> store(Actor actor, byte[] content, PaperRules rules) {
        if (content.length == 0) {
            return Outcome.refused(ArchiveError.EMPTY);
        }
        if (content.length > rules.maxBytes()) {
            return Outcome.refused(
                    new Refusal(
                            ArchiveError.TOO_LARGE, List.of(), List.of(size(rules.maxBytes()))));
        }
        return switch (Picture.inspect(content)) {
            case Finding.Sound sound -> take(actor, content, rules, sound);
            case Finding.SomethingElse(FileKind kind) -> notTaken(kind, rules);
            case Finding.TooManyPixels(int width, int height) ->
                    Outcome.refused(
                            new Refusal(
                                    ArchiveError.TOO_MANY_PIXELS,
                                    List.of(),
                                    List.of(Integer.toString(width), Integer.toString(height))));
            case Finding.Damaged _ -> Outcome.refused(ArchiveError.DAMAGED);
            case Finding.CarriesSomethingElse _ ->
                    Outcome.refused(ArchiveError.CARRIES_SOMETHING_ELSE);
        };
    }

    private Outcome<StoredPaper> take(
            Actor actor, byte[] content, PaperRules rules, Finding.Sound sound) {
        PaperFormat format = PaperFormat.valueOf(sound.kind().name());
        if (!rules.formats().contains(format)) {
            return notTaken(sound.kind(), rules);
        }
        StoredPaper paper =
                new StoredPaper(
                        PaperId.of(content), format, sound.width(), sound.height(), content.length);
        folder.write(paper.id(), content);
        papers.add(paper, actor.reference(), clock.instant());
        return Outcome.done(paper);
    }

    private static Outcome<StoredPaper> notTaken(FileKind kind, PaperRules rules) {
        String formats =
                rules.formats().stream()
                        .sorted()
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        String key = "archive.found." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Outcome.refused(
                new Refusal(
                        ArchiveError.FORMAT_NOT_TAKEN,
                        List.of(new Violation(FIELD, key)),
                        List.of(formats)));
    }

    private static String size(long bytes) {
        long mega = 1024L * 1024;
        return bytes % mega == 0 ? bytes / mega + " MB" : bytes / 1024 + " KB";
    }
}
