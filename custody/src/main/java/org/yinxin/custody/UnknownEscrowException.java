package org.yinxin.custody;

import java.io.Serial;

/** There is no escrowed key of that id. A caller that follows the order of the doors never sees this. */
public final class UnknownEscrowException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    UnknownEscrowException(EscrowId id) {
        super("no key in escrow under " + id);
    }
}
