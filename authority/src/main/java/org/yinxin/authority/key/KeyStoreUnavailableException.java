package org.yinxin.authority.key;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A key of an authority cannot be had. The message tells the administrator what to do and contains no secret. */
public final class KeyStoreUnavailableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public KeyStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
