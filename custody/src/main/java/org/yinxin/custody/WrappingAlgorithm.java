package org.yinxin.custody;

import java.util.Arrays;

/** How private keys are wrapped at rest; each row in the database says by which of these. */
public enum WrappingAlgorithm {
    /** A key of 32 octets. */
    AES_256_GCM("AES-256-GCM", "AES", 32),
    /** A key of 16 octets (GB/T 32907, SM4; the mode is that of RFC 8998). */
    SM4_GCM("SM4-GCM", "SM4", 16);

    private final String label;
    private final String cipher;
    private final int keyBytes;

    WrappingAlgorithm(String label, String cipher, int keyBytes) {
        this.label = label;
        this.cipher = cipher;
        this.keyBytes = keyBytes;
    }

    /**
     * Reads what {@link #label()} gives.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static WrappingAlgorithm of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        label + " is none of AES-256-GCM and SM4-GCM"));
    }

    /** The name in settings and in the database, such as {@code SM4-GCM}. */
    public String label() {
        return label;
    }

    /** The length of a key, in octets. */
    public int keyBytes() {
        return keyBytes;
    }

    String keyName() {
        return cipher;
    }

    String transformation() {
        return cipher + "/GCM/NoPadding";
    }
}
