package org.yinxin.hall.archive.picture;

/** The file breaks the rules of its format. */
final class MalformedPictureException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedPictureException(String message) {
        super(message);
    }

    MalformedPictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
