package org.yinxin.custody;

import java.io.Serial;

/**
 * The device that holds the wrapping key does not answer. Nothing was written; ask again later. The message tells the administrator what to do
 * and contains no secret.
 */
public final class WrappingKeyAwayException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public WrappingKeyAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
