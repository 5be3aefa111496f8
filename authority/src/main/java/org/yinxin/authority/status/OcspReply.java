package org.yinxin.authority.status;

/**
 * An answer ready to be sent.
 *
 * @param cacheable whether it may serve others who ask the same: signed, and without a nonce
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OcspReply(byte[] encoded, boolean cacheable) {}
