package org.yinxin.pki.key;

import java.io.Serial;

/** A cipher text is malformed, or was not made for this key. Which of the two is not told on purpose. */
public final class UndecipherableException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public UndecipherableException() {
        super("the cipher text does not open with this key");
    }
}
