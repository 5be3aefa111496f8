package org.yinxin.hall.identification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.identification.source.FaceSource;
import org.yinxin.hall.identification.source.FaceSource.Reading;
import org.yinxin.hall.outcome.Outcome;

/**
 * Takes a call-back about a face. One that comes again, or about a try that has ended, is answered with success and
 * changes nothing.
 *
 * <p>Refusals: {@link IdentificationError#NOTICE_FORGED}; {@link IdentificationError#NOTICE_UNKNOWN} for a try that
 * nobody made, or whose number at the source is another.
 */
@Component
public class ReceiveFaceNotice {

    private static final Actor SOURCE = new Actor.Hall("face-notice");

    private final FaceSource faces;
    private final Tries tries;
    private final AskFace askFace;
    private final RecordForgery forgery;

    ReceiveFaceNotice(FaceSource faces, Tries tries, AskFace askFace, RecordForgery forgery) {
        this.faces = faces;
        this.tries = tries;
        this.askFace = askFace;
        this.forgery = forgery;
    }

    /** Done when the source shall hear success. */
    public Outcome<UUID> receive(String stamp, String signature, String body) {
        return switch (faces.read(stamp, signature, body)) {
            case Reading.Forged(String reason) -> {
                forgery.record(SOURCE, reason);
                yield Outcome.refused(IdentificationError.NOTICE_FORGED);
            }
            case Reading.Told(UUID key, String reference, FaceSource.Standing standing) -> {
                Optional<Try> known =
                        tries.find(key).filter(it -> reference.equals(it.reference()));
                if (known.isEmpty()) {
                    yield Outcome.refused(IdentificationError.NOTICE_UNKNOWN);
                }
                // Whatever comes of it is told to the subscriber, not to the source.
                askFace.become(SOURCE, known.get(), standing);
                yield Outcome.done(key);
            }
        };
    }
}
