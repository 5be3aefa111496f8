package org.yinxin.hall.application;

/**
 * A paper to be looked at.
 *
 * @param mediaType such as {@code image/png}, by its bytes
 * @param content the picture
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record AttachedPaper(String mediaType, byte[] content) {}
