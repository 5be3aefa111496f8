package org.yinxin.custody;

/**
 * The document by which a court or another authority demands a key.
 *
 * @param authorityName who demands it, up to 200 characters
 * @param documentNumber of its document, up to 100 characters
 */
public record JudicialOrder(String authorityName, String documentNumber) implements Ground {

    /**
     * Refuses an order that could not be found again.
     *
     * @throws IllegalArgumentException when either is blank or too long
     */
    public JudicialOrder {
        authorityName = Ground.text(authorityName, 200, "the name of an authority");
        documentNumber = Ground.text(documentNumber, 100, "the number of a document");
    }
}
