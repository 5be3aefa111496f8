package org.yinxin.hall.archive;

/**
 * A paper that is in the archive.
 *
 * @param id its digest
 * @param format what its bytes are
 * @param pages how many; a picture is one
 * @param width in pixels, as it is shown upright; of a document, its first page as it is drawn
 * @param height in pixels, as it is shown upright; of a document, its first page as it is drawn
 * @param bytes its size
 */
public record StoredPaper(
        PaperId id, PaperFormat format, int pages, int width, int height, long bytes) {}
