package org.yinxin.hall.archive;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.pdf.PdfFinding;
import org.yinxin.hall.archive.pdf.PdfReader;
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
 * really is), of more than 40 million pixels, cut off or broken, or a picture or document that is or holds another
 * file; a document that wants a password, has more than 20 pages or one that is no paper, does what no paper does,
 * cannot be shown here or takes too much to open; and any document while too many others are being read.
 *
 * <p>A document takes seconds to read, and no connection to the database waits for it. The file is written before the
 * row is committed: a roll-back leaves an unlisted file and never a row without one.
 */
@Component
public class StorePaper {

    static final String FIELD = "file";

    private final SealedFolder folder;
    private final ArchivePapers papers;
    private final PdfReader pdfReader;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StorePaper(
            SealedFolder folder,
            ArchivePapers papers,
            PdfReader pdfReader,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.folder = folder;
        this.papers = papers;
        this.pdfReader = pdfReader;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Outcome<StoredPaper> store(Actor actor, byte[] content, PaperRules rules) {
        if (content.length == 0) {
            return Outcome.refused(ArchiveError.EMPTY);
        }
        if (content.length > rules.maxBytes()) {
            return Outcome.refused(
                    new Refusal(
                            ArchiveError.TOO_LARGE, List.of(), List.of(size(rules.maxBytes()))));
        }
        return looked(content, rules).map(paper -> file(actor, content, paper));
    }

    private Outcome<StoredPaper> looked(byte[] content, PaperRules rules) {
        return switch (Picture.inspect(content)) {
            case Finding.Sound(FileKind kind, int width, int height) ->
                    picture(content, rules, kind, width, height);
            case Finding.SomethingElse(FileKind kind) ->
                    kind == FileKind.PDF && rules.formats().contains(PaperFormat.PDF)
                            ? document(content)
                            : notTaken(kind, rules);
            case Finding.TooManyPixels(int width, int height) ->
                    Outcome.refused(PdfRefusals.tooManyPixels(width, height));
            case Finding.Damaged _ -> Outcome.refused(ArchiveError.DAMAGED);
            case Finding.CarriesSomethingElse _ ->
                    Outcome.refused(ArchiveError.CARRIES_SOMETHING_ELSE);
        };
    }

    private static Outcome<StoredPaper> picture(
            byte[] content, PaperRules rules, FileKind kind, int width, int height) {
        PaperFormat format = PaperFormat.valueOf(kind.name());
        return rules.formats().contains(format)
                ? Outcome.done(
                        new StoredPaper(
                                PaperId.of(content), format, 1, width, height, content.length))
                : notTaken(kind, rules);
    }

    private Outcome<StoredPaper> document(byte[] content) {
        PdfFinding finding = pdfReader.inspect(content);
        return finding instanceof PdfFinding.Sound(int pages, int width, int height)
                ? Outcome.done(
                        new StoredPaper(
                                PaperId.of(content),
                                PaperFormat.PDF,
                                pages,
                                width,
                                height,
                                content.length))
                : Outcome.refused(PdfRefusals.of(finding));
    }

    private StoredPaper file(Actor actor, byte[] content, StoredPaper paper) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            folder.write(paper.id(), content);
                            papers.add(paper, actor.reference(), clock.instant());
                            return paper;
                        }));
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
