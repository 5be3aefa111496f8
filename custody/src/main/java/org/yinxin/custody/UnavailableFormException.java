package org.yinxin.custody;

import java.io.Serial;

/** A key was wanted in a form that this custody is not set up for: it has no key to sign envelopes with. */
public final class UnavailableFormException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    UnavailableFormException(ReleaseForm form) {
        super("no key is released here as " + form.label());
    }
}
