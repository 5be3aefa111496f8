package org.yinxin.pki.envelope;

import java.io.Serial;

/** An envelope cannot be read or opened. The message never contains any of its bytes. */
public final class EnvelopeException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final EnvelopeFault fault;

    EnvelopeException(EnvelopeFault fault) {
        super("the key envelope is not usable: " + fault);
        this.fault = fault;
    }

    public EnvelopeFault fault() {
        return fault;
    }
}
