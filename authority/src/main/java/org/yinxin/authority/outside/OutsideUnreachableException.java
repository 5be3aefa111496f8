package org.yinxin.authority.outside;

import java.io.Serial;
import org.springframework.core.NestedRuntimeException;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/**
 * An outside authority could not be brought to change a status now. What was asked for is on record; ask again later. It is
 * an exception as a dead database is one: the callers of statuses have one way to go on after both.
 */
public final class OutsideUnreachableException extends NestedRuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    OutsideUnreachableException(String message) {
        super(message);
    }

    OutsideUnreachableException(KeyStoreUnavailableException cause) {
        super("an outside authority cannot be asked as it is set up", cause);
    }
}
