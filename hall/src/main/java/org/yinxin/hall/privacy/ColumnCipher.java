package org.yinxin.hall.privacy;

/** Seals personal data before it reaches a column. Safe for use by several threads. */
public interface ColumnCipher {

    /** Encrypts; the same text gives other bytes each time. */
    byte[] seal(String plain);

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws UnreadableColumnException if the bytes were altered or were sealed under another key
     */
    String open(byte[] sealed);

    /**
     * A keyed digest by which an equal value is found without decrypting. The caller normalises first: what differs
     * by a space or by case has another index.
     */
    byte[] blindIndex(String normalised);
}
