package org.yinxin.hall.application;

import org.jspecify.annotations.Nullable;

/**
 * What a key answered to its challenge.
 *
 * @param certificate the serial of the signing certificate beside the key
 * @param signature over the challenge, SM3withSM2 with the default user ID, DER
 * @param accepted whether the case shall be about the inserted key's certificate, where that is another one
 * @param bidsUnopened as in {@link Chosen}, for that other certificate
 * @param warningAccepted as in {@link Chosen}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record KeyAnswer(
        String certificate,
        byte[] signature,
        boolean accepted,
        @Nullable Boolean bidsUnopened,
        boolean warningAccepted) {}
