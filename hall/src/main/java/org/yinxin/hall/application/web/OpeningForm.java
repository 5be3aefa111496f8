package org.yinxin.hall.application.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.Chosen;
import org.yinxin.hall.application.OpenAtCounter;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;

/**
 * What an officer chose for a visitor; all of it may be missing.
 *
 * @param what as in {@link CounterOffer#value()}
 */
record OpeningForm(
        @Nullable String what,
        @Nullable String certificate,
        @Nullable Boolean openBids,
        @Nullable Boolean acceptOpenBids,
        @Nullable String organisation,
        @Nullable String creditCode) {

    static final OpeningForm EMPTY = new OpeningForm(null, null, null, null, null, null);

    /** Empty when no business was chosen. */
    Optional<OpenAtCounter.Wanted> wanted() {
        String[] codes = text(what).split(" ", 2);
        return codes.length < 2
                ? Optional.empty()
                : PlanCode.parse(codes[0])
                        .flatMap(plan -> BusinessCode.parse(codes[1]).map(it -> wanted(plan, it)));
    }

    private OpenAtCounter.Wanted wanted(PlanCode plan, BusinessCode business) {
        String serial = text(certificate).strip();
        return new OpenAtCounter.Wanted(
                plan,
                business,
                serial.isEmpty()
                        ? null
                        : new Chosen(serial, openBids, Boolean.TRUE.equals(acceptOpenBids)),
                text(organisation),
                text(creditCode));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
