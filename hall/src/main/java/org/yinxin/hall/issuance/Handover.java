package org.yinxin.hall.issuance;

import java.util.List;

/**
 * What was prepared for the key medium, once, so that asking again gives the same.
 *
 * @param decryptedSm3 SM3 of what is inside {@code encrypted}
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record Handover(
        List<byte[]> chain,
        byte[] envelope,
        byte[] toSign,
        byte[] encrypted,
        byte[] decryptedSm3) {}
