package org.yinxin.hall.review;

/**
 * Why one item is not accepted.
 *
 * @param item the key of an answer or a paper; empty for the whole, which only a refusal may say
 * @param reason the code of a reason in the case's catalogue
 * @param text what the officer adds in own words, at most {@value #LONGEST} characters; may be empty
 */
public record ItemReason(String item, String reason, String text) {

    /** The most characters of {@link #text}. */
    public static final int LONGEST = 200;
}
