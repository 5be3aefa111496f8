package org.yinxin.hall.identification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.identification.IdentityView.Stage;
import org.yinxin.hall.outcome.Outcome;

/**
 * Says how a check stands. Whose it is has been looked at by whoever asks.
 *
 * <p>Refusals: {@link IdentificationError#NO_SUCH_CHECK}.
 */
@Component
public class ReadIdentification {

    private final Checks checks;
    private final Tries tries;
    private final IdentificationSettings settings;
    private final Clock clock;

    ReadIdentification(Checks checks, Tries tries, IdentificationSettings settings, Clock clock) {
        this.checks = checks;
        this.tries = tries;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Outcome<IdentityView> view(CheckKey key) {
        return checks.find(key)
                .map(check -> Outcome.done(of(check)))
                .orElseGet(() -> Outcome.refused(IdentificationError.NO_SUCH_CHECK));
    }

    private IdentityView of(Check check) {
        Instant now = clock.instant();
        Optional<Try> live = tries.live(check.key());
        Stage stage = stage(check, live, now);
        Try shown = stage == Stage.CODE_SENT || stage == Stage.FACE_WAITING ? live.get() : null;
        return new IdentityView(
                stage,
                check.rules().methods(),
                check.left(now),
                shown == null ? null : shown.method(),
                stage == Stage.BLOCKED ? check.blockedUntil() : null,
                shown == null ? null : code(shown),
                shown == null ? null : face(shown),
                stage == Stage.PASSED && check.rules().soft() && tries.wasUnknown(check.key()));
    }

    private static Stage stage(Check check, Optional<Try> live, Instant now) {
        return switch (check.state()) {
            case PASSED -> Stage.PASSED;
            case WITHDRAWN -> Stage.WITHDRAWN;
            case OPEN -> {
                if (check.blocked(now)) {
                    yield Stage.BLOCKED;
                }
                yield live.map(it -> stage(it, now)).orElse(Stage.OPEN);
            }
        };
    }

    private static Stage stage(Try live, Instant now) {
        if (live.code() != null) {
            return Stage.CODE_SENT;
        }
        return live.face() != null && now.isBefore(live.face().expires())
                ? Stage.FACE_WAITING
                : Stage.OPEN;
    }

    private IdentityView.@Nullable SentCode code(Try live) {
        return live.code() == null
                ? null
                : new IdentityView.SentCode(
                        live.code().sentTo(),
                        live.code().expires(),
                        live.code().sentAt().plus(settings.resendAfter()));
    }

    private static IdentityView.@Nullable Face face(Try live) {
        return live.face() == null
                ? null
                : new IdentityView.Face(live.face().uri(), live.face().expires());
    }
}
