package org.yinxin.custody;

/** Why a key is to leave escrow. */
public sealed interface Ground permits RecoveryReason, JudicialOrder {

    /**
     * The text without blanks around it.
     *
     * @throws IllegalArgumentException when nothing is left of it or it is too long to be read
     */
    static String text(String text, int most, String what) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > most) {
            throw new IllegalArgumentException(
                    "%s has from 1 to %d characters".formatted(what, most));
        }
        return stripped;
    }
}
