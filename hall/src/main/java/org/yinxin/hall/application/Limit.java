package org.yinxin.hall.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Patience;

/** What happens next to an application that waits for its subscriber, if nothing else does. */
sealed interface Limit {

    /** People are told in the morning. */
    LocalTime MORNING = LocalTime.of(9, 0);

    /** When. */
    Instant at();

    /** The subscriber is reminded. */
    record Remind(Instant at) implements Limit {}

    /**
     * The application is ended.
     *
     * @param why which patience ran out
     */
    record Close(Instant at, HallReason why) implements Limit {}

    /**
     * The next one.
     *
     * @param touchedAt when the subscriber last worked on it
     * @param remindedAt when the subscriber was last reminded; null while never
     */
    static Optional<Limit> of(
            Application application, Instant touchedAt, @Nullable Instant remindedAt) {
        if (application.gates().ended()) {
            return Optional.empty();
        }
        Patience patience = application.business().patience();
        Instant returnedAt = returnedAt(application);
        if (returnedAt != null) {
            return correction(patience, returnedAt, remindedAt);
        }
        Integer days = patience.draftDays();
        return days == null || !draft(application)
                ? Optional.empty()
                : Optional.of(new Close(morning(touchedAt, days + 1), HallReason.DRAFT_EXPIRED));
    }

    private static Optional<Limit> correction(
            Patience patience, Instant returnedAt, @Nullable Instant remindedAt) {
        Integer reminder = patience.reminderDays();
        boolean reminded = remindedAt != null && !remindedAt.isBefore(returnedAt);
        if (reminder != null && !reminded) {
            return Optional.of(new Remind(morning(returnedAt, reminder)));
        }
        Integer days = patience.returnedDays();
        return days == null
                ? Optional.empty()
                : Optional.of(
                        new Close(morning(returnedAt, days + 1), HallReason.CORRECTION_EXPIRED));
    }

    /** When it was returned to be corrected; null when nothing waits for a correction. */
    private static @Nullable Instant returnedAt(Application application) {
        return application.gates().codes().stream()
                .map(application.gates()::state)
                .filter(GateState.Returned.class::isInstance)
                .map(state -> ((GateState.Returned) state).at())
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Never submitted, though it has to be. */
    private static boolean draft(Application application) {
        return application.milestones().subject() == null
                && application.business().gates(GateSettings.Submission.class).stream()
                        .anyMatch(gate -> !application.gates().state(gate.code()).passed());
    }

    private static Instant morning(Instant since, int days) {
        LocalDate day = LocalDate.ofInstant(since, GateKeeper.SHANGHAI).plusDays(days);
        return day.atTime(MORNING).atZone(GateKeeper.SHANGHAI).toInstant();
    }
}
