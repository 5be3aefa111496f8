package org.yinxin.authority.crl;

/** A list could not be made or published; whatever was published before still is. */
public final class CrlNotMadeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CrlNotMadeException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
