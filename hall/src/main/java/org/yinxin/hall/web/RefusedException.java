package org.yinxin.hall.web;

import org.yinxin.hall.outcome.Refusal;

/**
 * Carries a refusal out of a controller to the one place that writes it. Use cases answer refusals as values; only the
 * edge throws, so that a controller's declared type stays the type of its good answer.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
