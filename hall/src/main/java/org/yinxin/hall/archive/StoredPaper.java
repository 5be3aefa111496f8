package org.yinxin.hall.archive;

/**
 * A paper that is in the archive.
 *
 * @param id its digest
 * @param format what its bytes are
 * @param width in pixels, as it is shown upright
 * @param height in pixels, as it is shown upright
 * @param bytes its size
 */
public record StoredPaper(PaperId id, PaperFormat format, int width, int height, long bytes) {}
