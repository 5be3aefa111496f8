package org.yinxin.pki.der;

import java.io.Serial;

/** Some bytes are not the structure they were taken for. The message never contains the bytes. */
public final class MalformedDerException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public MalformedDerException(String message) {
        super(message);
    }
}
