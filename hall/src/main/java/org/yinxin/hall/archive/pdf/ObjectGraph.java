package org.yinxin.hall.archive.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.archive.pdf.PdfFinding.Deed;
import org.yinxin.hall.archive.picture.Picture;

/**
 * All objects of a document, whether a page refers to them or not, each visited once: documents are full of circles.
 * What is looked for are the actions of ISO 32000-1, 12.6.4, that do more than go to a page or name an address.
 */
final class ObjectGraph {

    private static final Set<String> SCRIPT_KEYS = Set.of("JS", "JavaScript");
    private static final Set<String> FILE_KEYS = Set.of("EF", "EmbeddedFiles");
    private static final Set<String> LAUNCHES =
            Set.of("Launch", "GoToR", "GoToE", "ImportData", "SubmitForm");
    private static final Set<String> MEDIA =
            Set.of("RichMedia", "Screen", "Movie", "Sound", "3D", "Rendition");

    /** What the JDK and PDFBox decode without further libraries is everything but these. */
    private static final Set<String> NOT_DECODED = Set.of("JPXDecode", "JBIG2Decode");

    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ObjectGraph(COSDocument document) {
        meet(document.getTrailer());
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            meet(document.getObjectFromPool(key));
        }
    }

    /** The first thing found that a paper has not. */
    static Optional<PdfFinding> fault(COSDocument document) {
        return new ObjectGraph(document).walk();
    }

    private Optional<PdfFinding> walk() {
        while (!open.isEmpty()) {
            COSBase next = open.removeLast();
            switch (next) {
                case COSObject reference -> meet(reference.getObject());
                case COSArray array -> array.forEach(this::meet);
                case COSDictionary dictionary -> {
                    Optional<PdfFinding> fault = fault(dictionary);
                    if (fault.isPresent()) {
                        return fault;
                    }
                    dictionary.getValues().forEach(this::meet);
                }
                default -> {
                    // Numbers, names and texts refer to nothing.
                }
            }
        }
        return Optional.empty();
    }

    private void meet(@Nullable COSBase object) {
        if (object != null && seen.add(object)) {
            open.add(object);
        }
    }

    private static Optional<PdfFinding> fault(COSDictionary dictionary) {
        Deed deed = deed(dictionary);
        if (deed != null) {
            return Optional.of(new PdfFinding.Active(deed));
        }
        return dictionary instanceof COSStream stream ? fault(stream) : Optional.empty();
    }

    private static @Nullable Deed deed(COSDictionary dictionary) {
        String action = name(dictionary, COSName.S);
        String subtype = name(dictionary, COSName.SUBTYPE);
        if (has(dictionary, SCRIPT_KEYS)
                || action.equals("JavaScript")
                || isScriptAddress(dictionary)) {
            return Deed.SCRIPT;
        }
        if (LAUNCHES.contains(action)) {
            return Deed.LAUNCH;
        }
        if (has(dictionary, FILE_KEYS) || subtype.equals("FileAttachment")) {
            return Deed.ATTACHMENT;
        }
        if (dictionary.containsKey("XFA")) {
            return Deed.FORM;
        }
        return MEDIA.contains(subtype) || MEDIA.contains(action) ? Deed.MEDIA : null;
    }

    private static boolean has(COSDictionary dictionary, Set<String> keys) {
        return keys.stream().anyMatch(dictionary::containsKey);
    }

    private static boolean isScriptAddress(COSDictionary dictionary) {
        String address = dictionary.getString(COSName.URI);
        return address != null
                && address.strip().toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? name.getName() : "";
    }

    private static Optional<PdfFinding> fault(COSStream stream) {
        if (usesUndecoded(stream.getFilters())) {
            return Optional.of(new PdfFinding.NotShowable());
        }
        int width = stream.getInt(COSName.WIDTH, 0);
        int height = stream.getInt(COSName.HEIGHT, 0);
        return (long) width * height > Picture.MAX_PIXELS
                ? Optional.of(new PdfFinding.TooManyPixels(width, height))
                : Optional.empty();
    }

    private static boolean usesUndecoded(@Nullable COSBase filters) {
        return switch (filters) {
            case COSName one -> NOT_DECODED.contains(one.getName());
            case COSArray several ->
                    several.toList().stream()
                            .anyMatch(
                                    each ->
                                            each instanceof COSName one
                                                    && NOT_DECODED.contains(one.getName()));
            case null, default -> false;
        };
    }
}
