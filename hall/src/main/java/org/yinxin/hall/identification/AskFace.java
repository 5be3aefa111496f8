package org.yinxin.hall.identification;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.identification.source.FaceSource;
import org.yinxin.hall.outcome.Outcome;

/** Asks the source what a telephone saw, and writes it down. */
@Component
class AskFace {

    private static final Logger LOG = LoggerFactory.getLogger(AskFace.class);

    private final FaceSource faces;
    private final RecordAnswer record;

    AskFace(FaceSource faces, RecordAnswer record) {
        this.faces = faces;
        this.record = record;
    }

    @Transactional(propagation = Propagation.NEVER)
    public Outcome<IdentityView> ask(Actor by, Try it) {
        String reference = Objects.requireNonNull(it.reference(), "a face that was offered");
        return become(by, it, faces.ask(reference));
    }

    /** Also for what the source told by itself. */
    Outcome<IdentityView> become(Actor by, Try it, FaceSource.Standing standing) {
        return switch (standing) {
            case FaceSource.Standing.Compared(var answer) ->
                    record.answered(by, it.check(), it.id(), answer, null);
            case FaceSource.Standing.Waiting() -> Outcome.refused(IdentificationError.FACE_WAITING);
            case FaceSource.Standing.Expired() -> {
                record.expired(it.check(), it.id());
                yield Outcome.refused(IdentificationError.FACE_EXPIRED);
            }
            case FaceSource.Standing.Unavailable(String reason) -> {
                LOG.warn("no answer about the face of try {}: {}", it.id(), reason);
                yield Outcome.refused(IdentificationError.SOURCE_UNAVAILABLE);
            }
        };
    }
}
