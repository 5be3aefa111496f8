package org.yinxin.hall.application;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.web.MessageFiles;

/** Reasons of the hall's own to end an application, in its own words. Their codes cannot be those of a plan's reasons. */
enum HallReason {
    DRAFT_EXPIRED("draft-expired", true),
    CORRECTION_EXPIRED("correction-expired", true),
    /** The certificate has ended or is on hold, and cannot be enabled for anything. */
    CERTIFICATE_NOT_GOOD("certificate-not-good", false),
    /** The certificate was enabled for the project before. */
    ENABLED_BEFORE("enabled-before", false),
    /** The new number is the sign-in of another account. */
    MOBILE_TAKEN("mobile-taken", false),
    /** No account signs in with the old number, or whoever asks signs in with neither. */
    MOBILE_NOT_FOUND("mobile-not-found", false),
    /** An officer has looked at the case and does not grant the unlocking; the officer's words say why. */
    UNLOCK_REFUSED("unlock-refused", false);

    private static final String PREFIX = "hall.";
    private static final MessageSource MESSAGES = MessageFiles.source();

    private final String name;
    private final boolean overdue;

    HallReason(String name, boolean overdue) {
        this.name = name;
        this.overdue = overdue;
    }

    /** Why the number of an account could not be changed. */
    static HallReason of(ErrorCode error) {
        return error == AccountError.MOBILE_TAKEN ? MOBILE_TAKEN : MOBILE_NOT_FOUND;
    }

    /** Its name in the notices. */
    String notice() {
        return name;
    }

    List<ItemReason> reasons() {
        return reasons("");
    }

    /** The same with somebody's own words. */
    List<ItemReason> reasons(String words) {
        return List.of(new ItemReason("", PREFIX + name, words));
    }

    /** The words of a reason if it is one of the hall's own. */
    static Optional<Words> words(String code, BusinessPlan business) {
        return Arrays.stream(values())
                .filter(reason -> code.equals(PREFIX + reason.name))
                .findFirst()
                .map(reason -> say("application.hall." + reason.name, reason.days(business)));
    }

    /** The status of an application that the hall has ended after a term; empty when somebody else did. */
    static Optional<Words> status(GateState state) {
        return state instanceof GateState.Refused(_, _, List<ItemReason> reasons)
                        && reasons.stream().anyMatch(HallReason::overdue)
                ? Optional.of(closed())
                : Optional.empty();
    }

    private static boolean overdue(ItemReason reason) {
        return Arrays.stream(values())
                .anyMatch(it -> it.overdue && reason.reason().equals(PREFIX + it.name));
    }

    /** What the time line says of it. */
    static Words closed() {
        return say("application.hall.closed", null);
    }

    private @Nullable Integer days(BusinessPlan business) {
        return switch (this) {
            case DRAFT_EXPIRED -> business.patience().draftDays();
            case CORRECTION_EXPIRED -> business.patience().returnedDays();
            case CERTIFICATE_NOT_GOOD,
                    ENABLED_BEFORE,
                    MOBILE_TAKEN,
                    MOBILE_NOT_FOUND,
                    UNLOCK_REFUSED ->
                    null;
        };
    }

    private static Words say(String key, @Nullable Integer days) {
        Object[] arguments = {days == null ? "" : days.toString()};
        return new Words(
                MESSAGES.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE),
                MESSAGES.getMessage(key, arguments, Locale.ENGLISH));
    }
}
