package org.yinxin.hall.archive;

/**
 * A paper taken out of the archive to be looked at.
 *
 * @param about what is known of it
 * @param content the bytes as they were received; the receiver must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record PaperContent(StoredPaper about, byte[] content) {}
