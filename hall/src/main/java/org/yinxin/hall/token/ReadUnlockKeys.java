package org.yinxin.hall.token;

import org.springframework.stereotype.Component;
import org.yinxin.pki.key.PublicKeys;

/** Tells what a new token pins. */
@Component
public class ReadUnlockKeys {

    /** The points of the hall's two keys. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    public record Points(byte[] signing, byte[] encryption) {}

    private final UnlockKeys keys;

    ReadUnlockKeys(UnlockKeys keys) {
        this.keys = keys;
    }

    public Points read() {
        return new Points(
                PublicKeys.sm2Point(keys.signing().getPublic()),
                PublicKeys.sm2Point(keys.encryption().getPublic()));
    }
}
