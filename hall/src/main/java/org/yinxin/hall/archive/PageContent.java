package org.yinxin.hall.archive;

/**
 * A page of a document as it was drawn.
 *
 * @param paper whose page it is
 * @param page which one, counted from 1
 * @param jpeg the picture; the receiver must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record PageContent(PaperId paper, int page, byte[] jpeg) {}
