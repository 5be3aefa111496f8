package org.yinxin.hall.archive.pdf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads documents and draws their pages, each in a process of its own and only a few at a time. */
public final class PdfReader {

    /** A paper of twenty pages is a book: statutes, the longest that anybody is asked for, have about as many. */
    public static final int MOST_PAGES = 20;

    /** Twenty scanned pages take some seconds on a small machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** What could be drawn when it was handed in must be drawn again when the machine is busy. */
    private static final int MORE_PATIENCE = 2;

    /** Each may take half a gigabyte. */
    private final Semaphore room = new Semaphore(2, true);

    private final Duration patience;
    private final ReadingProcess inspecting;
    private final ReadingProcess drawing;

    /**
     * A reader for one hall.
     *
     * @param fonts a folder that is made if absent, for the list of the machine's fonts
     */
    public PdfReader(Path fonts) {
        this(fonts, PATIENCE);
    }

    PdfReader(Path fonts, Duration patience) {
        this.patience = patience;
        this.inspecting = new ReadingProcess(fonts, patience);
        this.drawing = new ReadingProcess(fonts, patience.multipliedBy(MORE_PATIENCE));
    }

    /** What a drawing of a page led to: the one or the other. */
    public sealed interface Drawing {

        /** The page as a JPEG picture. */
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Done(byte[] jpeg) implements Drawing {}

        /** Why there is none. */
        record Failed(PdfFinding why) implements Drawing {}
    }

    /** Looks at what somebody handed in. Never fails because of it. */
    public PdfFinding inspect(byte[] content) {
        Optional<PdfFinding> fault = Outline.fault(content);
        if (fault.isPresent()) {
            return fault.get();
        }
        return switch (read(inspecting, content, PdfProcess.INSPECT)) {
            case Ending.Answered(byte[] line) ->
                    FindingLine.read(new String(line, StandardCharsets.US_ASCII));
            case Ending.Broken _ -> new PdfFinding.Damaged();
            case Ending.Exhausted _ -> new PdfFinding.TooDemanding();
            case null -> new PdfFinding.Unread();
        };
    }

    /** Draws a page, counted from 1, of a document that was found sound. */
    public Drawing draw(byte[] content, int page) {
        return switch (read(drawing, content, PdfProcess.DRAW, Integer.toString(page))) {
            case Ending.Answered(byte[] jpeg) -> new Drawing.Done(jpeg);
            case Ending.Broken _ -> new Drawing.Failed(new PdfFinding.Damaged());
            case Ending.Exhausted _ -> new Drawing.Failed(new PdfFinding.TooDemanding());
            case null -> new Drawing.Failed(new PdfFinding.Unread());
        };
    }

    /** Null when there was no room in good time. */
    private @Nullable Ending read(ReadingProcess process, byte[] content, String... asked) {
        try {
            if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
            try {
                return process.run(content, asked);
            } finally {
                room.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
