package org.yinxin.hall.identification;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.identification.source.Answer;
import org.yinxin.hall.identification.source.FaceSource;
import org.yinxin.hall.identification.source.Result;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/**
 * The second half of {@link StartIdentification}: what a source said, written down. An answer to a try that has ended
 * meanwhile changes nothing, whether it comes twice, late, or out of order.
 */
@Component
class RecordAnswer {

    private final Checks checks;
    private final Tries tries;
    private final Verdicts verdicts;
    private final ReadIdentification read;
    private final IdentificationSettings settings;
    private final Clock clock;

    RecordAnswer(
            Checks checks,
            Tries tries,
            Verdicts verdicts,
            ReadIdentification read,
            IdentificationSettings settings,
            Clock clock) {
        this.checks = checks;
        this.tries = tries;
        this.verdicts = verdicts;
        this.read = read;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A source answered.
     *
     * @param mobile where a code goes if one is still to be typed
     */
    @Transactional
    public Outcome<IdentityView> answered(
            Actor by, CheckKey key, UUID id, Answer.Found found, @Nullable MobileNumber mobile) {
        Check check = checks.lock(key).orElseThrow();
        Optional<Try> waiting = waiting(check, id);
        if (waiting.isEmpty()) {
            return read.view(key);
        }
        Try it = waiting.get();
        boolean goes =
                found.result() == Result.MATCH
                        || (found.result() == Result.UNKNOWN && check.rules().soft());
        tries.answered(id, found);
        if (!goes) {
            return Outcome.refused(
                    verdicts.refuse(
                            check,
                            it,
                            why(it.method(), found.result()),
                            found.result().name(),
                            by));
        }
        boolean codeFollows =
                it.method() == IdentityMethod.MOBILE || it.method() == IdentityMethod.BANK_CARD;
        if (!codeFollows) {
            verdicts.pass(check, it, found.result().name(), by);
            return read.view(key);
        }
        MobileNumber to = Objects.requireNonNull(mobile, "the source was asked about it");
        Optional<Refusal> tooMany = verdicts.tooManyCodes(null, to);
        if (tooMany.isPresent()) {
            // The try stays as it is: the source answers the same when there may be a code again.
            return Outcome.refused(tooMany.get());
        }
        verdicts.sendCode(it, to, by);
        return read.view(key);
    }

    /** A telephone can look. */
    @Transactional
    public Outcome<IdentityView> offered(CheckKey key, UUID id, FaceSource.Offer.Link link) {
        Check check = checks.lock(key).orElseThrow();
        if (waiting(check, id).filter(it -> it.state() == Try.State.INTENDED).isPresent()) {
            tries.offered(id, link, clock.instant().plus(settings.askAgainAfter()));
        }
        return read.view(key);
    }

    /** Nobody looked in time: another link can be had, and nothing was counted. */
    @Transactional
    public void expired(CheckKey key, UUID id) {
        Check check = checks.lock(key).orElseThrow();
        waiting(check, id)
                .ifPresent(it -> tries.end(it.id(), Try.State.DROPPED, null, clock.instant()));
    }

    private Optional<Try> waiting(Check check, UUID id) {
        return tries.find(id)
                .filter(_ -> check.state() == Check.State.OPEN)
                .filter(it -> it.state() == Try.State.INTENDED || it.state() == Try.State.FACE);
    }

    private static ErrorCode why(IdentityMethod method, Result result) {
        if (result == Result.UNKNOWN) {
            return method == IdentityMethod.REGISTER
                    ? IdentificationError.ORGANISATION_UNKNOWN
                    : IdentificationError.PERSON_UNKNOWN;
        }
        return switch (method) {
            case MOBILE, SMS -> IdentificationError.MOBILE_DIFFERS;
            case BANK_CARD -> IdentificationError.CARD_DIFFERS;
            case FACE -> IdentificationError.FACE_DIFFERS;
            case REGISTER -> IdentificationError.REGISTER_DIFFERS;
        };
    }
}
