package org.yinxin.hall.delegation.web;

import org.jspecify.annotations.Nullable;
import org.yinxin.hall.delegation.DelegationError;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Reads what people and their programs send. */
final class Typed {

    private Typed() {}

    static Outcome<CaseNumber> number(String typed) {
        return CaseNumber.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DelegationError.NO_SUCH_HANDOVER));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
