package org.yinxin.custody;

/**
 * Why a subscriber needs an old key on a new token.
 *
 * @param text up to 500 characters; kept with the request, and in the journal by its digest only, because people write names
 */
public record RecoveryReason(String text) implements Ground {

    /**
     * Refuses a reason that says nothing.
     *
     * @throws IllegalArgumentException when it is blank or too long
     */
    public RecoveryReason {
        text = Ground.text(text, 500, "a reason");
    }
}
