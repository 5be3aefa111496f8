package org.yinxin.custody;

import java.io.Serial;

/** A key was asked for by another signing key than the one it was first released for. */
public final class ReleaseRefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    ReleaseRefusedException(EscrowId id) {
        super("the key under " + id + " belongs to another signing key");
    }
}
