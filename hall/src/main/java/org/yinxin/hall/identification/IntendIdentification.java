package org.yinxin.hall.identification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.code.BankCardNumber;
import org.yinxin.hall.identification.source.Question;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/**
 * The first half of {@link StartIdentification}: records that a source is going to be asked and under which number,
 * and commits. While the same question is under way, it is that one.
 */
@Component
class IntendIdentification {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Checks checks;
    private final Tries tries;
    private final Verdicts verdicts;
    private final SubjectDigests digests;
    private final IdentificationSettings settings;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    IntendIdentification(
            Checks checks,
            Tries tries,
            Verdicts verdicts,
            SubjectDigests digests,
            IdentificationSettings settings,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.checks = checks;
        this.tries = tries;
        this.verdicts = verdicts;
        this.digests = digests;
        this.settings = settings;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /** What is to be done outside. */
    sealed interface Intention {

        /** This is to be asked. */
        record Ask(Try it, Question question) implements Intention {}

        /** Nothing: a code was sent, or the link from before is still good. */
        record Nothing() implements Intention {}
    }

    @Transactional
    public Outcome<Intention> intend(
            Actor by,
            CheckKey key,
            IdentityMethod method,
            Subject subject,
            @Nullable BankCardNumber card) {
        Optional<Check> found = checks.lock(key);
        if (found.isEmpty()) {
            return Outcome.refused(IdentificationError.NO_SUCH_CHECK);
        }
        Check check = found.get();
        Optional<Refusal> objection = objection(check, method);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return subject.question(method, card)
                .map(question -> intend(by, check, method, subject, question))
                .orElseGet(() -> Outcome.refused(IdentificationError.PARTY_INCOMPLETE));
    }

    private Optional<Refusal> objection(Check check, IdentityMethod method) {
        Instant now = clock.instant();
        if (check.state() == Check.State.PASSED) {
            return Optional.of(new Refusal(IdentificationError.ALREADY_PASSED));
        }
        if (check.state() == Check.State.WITHDRAWN) {
            return Optional.of(new Refusal(IdentificationError.NO_SUCH_CHECK));
        }
        if (!check.rules().methods().contains(method)) {
            return Optional.of(new Refusal(IdentificationError.METHOD_NOT_OFFERED));
        }
        if (check.blocked(now)) {
            return Optional.of(
                    Verdicts.refusal(
                            IdentificationError.ATTEMPTS_USED_UP,
                            Moments.words(Objects.requireNonNull(check.blockedUntil()))));
        }
        return Optional.empty();
    }

    private Outcome<Intention> intend(
            Actor by, Check check, IdentityMethod method, Subject subject, Question question) {
        String digest = tries.digest(question);
        Optional<Try> live = tries.live(check.key());
        Optional<Try> same =
                live.filter(it -> it.method() == method)
                        .filter(it -> it.question().equals(digest))
                        .filter(it -> it.subject().equals(digests.of(subject)))
                        .filter(this::good);
        if (same.isPresent()) {
            return resume(by, same.get(), subject, question);
        }
        Instant now = clock.instant();
        if (tries.begunSince(check.key(), now.minus(AN_HOUR)) >= settings.questionsPerGate()) {
            return Outcome.refused(
                    Verdicts.refusal(
                            IdentificationError.ASKED_TOO_OFTEN, Moments.words(now.plus(AN_HOUR))));
        }
        Optional<Refusal> flood =
                method == IdentityMethod.SMS
                        ? verdicts.tooManyCodes(
                                null, Objects.requireNonNull(subject.mobile(), "asked above"))
                        : Optional.empty();
        if (flood.isPresent()) {
            return Outcome.refused(flood.get());
        }
        live.ifPresent(it -> tries.end(it.id(), Try.State.DROPPED, null, now));
        UUID id = uuids.get();
        tries.begin(id, check.key(), method, provider(method), digest, digests.of(subject), now);
        audit.record(
                by,
                "identification.started",
                check.key().journalSubject(),
                Map.of(
                        "gate", check.key().gate().text(),
                        "try", id.toString(),
                        "method", method.name()));
        Try begun = tries.find(id).orElseThrow();
        if (method == IdentityMethod.SMS) {
            verdicts.sendCode(begun, Objects.requireNonNull(subject.mobile()), by);
            return Outcome.done(new Intention.Nothing());
        }
        return Outcome.done(new Intention.Ask(begun, question));
    }

    private boolean good(Try live) {
        return live.face() == null || clock.instant().isBefore(live.face().expires());
    }

    private Outcome<Intention> resume(Actor by, Try same, Subject subject, Question question) {
        return switch (same.state()) {
            case INTENDED -> Outcome.done(new Intention.Ask(same, question));
            case CODE -> {
                var mobile = Objects.requireNonNull(subject.mobile(), "a code was sent there");
                Optional<Refusal> tooMany = verdicts.tooManyCodes(same, mobile);
                if (tooMany.isPresent()) {
                    yield Outcome.refused(tooMany.get());
                }
                verdicts.sendCode(same, mobile, by);
                yield Outcome.done(new Intention.Nothing());
            }
            case FACE, PASSED, REFUSED, DROPPED -> Outcome.done(new Intention.Nothing());
        };
    }

    private static String provider(IdentityMethod method) {
        return switch (method) {
            case MOBILE, BANK_CARD, FACE -> "real-name";
            case REGISTER -> "register";
            case SMS -> "hall";
        };
    }
}
