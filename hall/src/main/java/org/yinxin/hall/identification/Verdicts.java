package org.yinxin.hall.identification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Refusal;

/** What comes of a try: a code, a no, or the proof. Always inside a transaction that has locked the check. */
@Component
class Verdicts {

    private static final int CODES = 1_000_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Checks checks;
    private final Tries tries;
    private final Notify notify;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final IdentificationSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    Verdicts(
            Checks checks,
            Tries tries,
            Notify notify,
            ApplicationEventPublisher events,
            AuditTrail audit,
            IdentificationSettings settings,
            SecureRandom random,
            Clock clock) {
        this.checks = checks;
        this.tries = tries;
        this.notify = notify;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** Why no code can be sent now, if so. */
    Optional<Refusal> tooManyCodes(@Nullable Try live, MobileNumber mobile) {
        Instant now = clock.instant();
        if (live != null && live.code() != null) {
            Instant again = live.code().sentAt().plus(settings.resendAfter());
            if (now.isBefore(again)) {
                long seconds = Math.max(1, Duration.between(now, again).toSeconds());
                return Optional.of(
                        refusal(IdentificationError.CODE_JUST_SENT, Long.toString(seconds)));
            }
        }
        return tries.codesSince(mobile, now.minus(AN_HOUR)) < settings.codesPerNumber()
                ? Optional.empty()
                : Optional.of(new Refusal(IdentificationError.TOO_MANY_CODES));
    }

    /** Sends a code; the digest is kept, the code itself only until the message is gone. */
    void sendCode(Try it, MobileNumber mobile, Actor by) {
        Instant now = clock.instant();
        String code = "%06d".formatted(random.nextInt(CODES));
        tries.code(it.id(), mobile, code, now, now.plus(settings.codeLives()));
        notify.sms(
                new ShortMessage(
                        mobile,
                        "identification.sms.code",
                        List.of(
                                code,
                                Long.toString(settings.codeLives().toMinutes()),
                                it.check().caseNumber().text()),
                        Locale.SIMPLIFIED_CHINESE,
                        settings.codeLives()));
        record(by, "identification.code-sent", it, "");
    }

    /** The proof is there: the check is passed, and whoever waits for it hears so in this transaction. */
    void pass(Check check, Try it, String result, Actor by) {
        tries.end(it.id(), Try.State.PASSED, it.result() == null ? result : null, clock.instant());
        checks.state(check.key(), Check.State.PASSED);
        record(by, "identification.passed", it, result);
        events.publishEvent(
                new IdentityEstablished(
                        check.key(),
                        it.subject(),
                        by,
                        it.method() + " " + result + " try:" + it.id()));
    }

    /** A source said no. */
    Refusal refuse(Check check, Try it, ErrorCode why, String result, Actor by) {
        tries.end(it.id(), Try.State.REFUSED, result, clock.instant());
        record(by, "identification.refused", it, result);
        return count(check, why);
    }

    /** One attempt is gone; the refusal says how many are left, or until when there is none. */
    Refusal count(Check check, ErrorCode why) {
        Instant now = clock.instant();
        int used = (check.blockedUntil() == null ? check.used() : 0) + 1;
        int left = check.rules().attempts() - used;
        if (left > 0) {
            checks.used(check.key(), used, null);
            return refusal(why, Integer.toString(left));
        }
        Instant until = now.plus(settings.blockedFor());
        checks.used(check.key(), used, until);
        tries.live(check.key())
                .ifPresent(live -> tries.end(live.id(), Try.State.REFUSED, null, now));
        audit.record(
                new Actor.Hall("identification"),
                "identification.blocked",
                check.key().journalSubject());
        return refusal(IdentificationError.ATTEMPTS_USED_UP, Moments.words(until));
    }

    static Refusal refusal(ErrorCode code, String argument) {
        return new Refusal(code, List.of(), List.of(argument));
    }

    private void record(Actor by, String action, Try it, String result) {
        audit.record(
                by,
                action,
                it.check().journalSubject(),
                Map.of(
                        "gate", it.check().gate().text(),
                        "try", it.id().toString(),
                        "method", it.method().name(),
                        "result", result));
    }
}
