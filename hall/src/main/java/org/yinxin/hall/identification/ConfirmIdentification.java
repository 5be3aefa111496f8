package org.yinxin.hall.identification;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * Goes on with what was begun: takes the code that was typed, or asks the source what the telephone saw.
 *
 * <p>Refusals: {@link IdentificationError#NO_SUCH_CHECK}, {@link IdentificationError#ALREADY_PASSED}, {@link
 * IdentificationError#NOT_STARTED}, {@link IdentificationError#PARTY_CHANGED}, {@link IdentificationError#CODE_EXPIRED}, {@link IdentificationError#CODE_WRONG},
 * {@link IdentificationError#ATTEMPTS_USED_UP}, {@link IdentificationError#FACE_WAITING}, {@link
 * IdentificationError#FACE_EXPIRED}, {@link IdentificationError#FACE_DIFFERS}, {@link
 * IdentificationError#PERSON_UNKNOWN}, {@link IdentificationError#SOURCE_UNAVAILABLE}.
 */
@Component
public class ConfirmIdentification {

    private final Tries tries;
    private final SubjectDigests digests;
    private final ConfirmCode confirmCode;
    private final AskFace askFace;

    ConfirmIdentification(
            Tries tries, SubjectDigests digests, ConfirmCode confirmCode, AskFace askFace) {
        this.tries = tries;
        this.digests = digests;
        this.confirmCode = confirmCode;
        this.askFace = askFace;
    }

    /**
     * Never called inside a transaction, because it may talk to a source.
     *
     * @param subject who it is as the form says now
     */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome<IdentityView> confirm(Actor by, CheckKey key, Subject subject, String typed) {
        Optional<Try> live = tries.live(key);
        String now = digests.of(subject);
        if (live.filter(it -> !it.subject().equals(now)).isPresent()) {
            return Outcome.refused(IdentificationError.PARTY_CHANGED);
        }
        Optional<Try> face = live.filter(it -> it.state() == Try.State.FACE);
        return face.isPresent() ? askFace.ask(by, face.get()) : confirmCode.confirm(by, key, typed);
    }
}
