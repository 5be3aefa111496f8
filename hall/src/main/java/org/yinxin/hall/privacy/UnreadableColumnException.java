package org.yinxin.hall.privacy;

/** A sealed value is damaged, or the key file is not the one it was sealed with. */
public final class UnreadableColumnException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnreadableColumnException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableColumnException(String message) {
        super(message);
    }
}
