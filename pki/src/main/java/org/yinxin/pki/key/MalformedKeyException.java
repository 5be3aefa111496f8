package org.yinxin.pki.key;

import java.io.Serial;

/** Some bytes are not a public key that we would certify. The message never contains the bytes. */
public final class MalformedKeyException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final KeyFault fault;

    public MalformedKeyException(KeyFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public KeyFault fault() {
        return fault;
    }
}
