package org.yinxin.hall.application;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.revocation.EndCertificate;

/**
 * Has the status of the certificate changed that the case is about. The gate is passed when the authority has done it, and
 * at once when a certificate that is to end has ended before.
 */
@Component
class EndingGate implements GateRoom {

    static final Actor HALL = new Actor.Hall("certificate-status");

    private final EndCertificate endCertificate;

    EndingGate(EndCertificate endCertificate) {
        this.endCertificate = endCertificate;
    }

    @Override
    public Class<GateSettings.Ending> kind() {
        return GateSettings.Ending.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        About about = application.about();
        if (about == null) {
            throw new IllegalStateException(
                    application.number() + " changes a certificate and is about none");
        }
        Deed deed = ((GateSettings.Ending) gate.settings()).deed();
        return switch (endCertificate.end(
                HALL,
                about.pair(),
                deed,
                reason(application.business().kind()),
                application.number())) {
            case Outcome.Done<?> _ -> application;
            case Outcome.Refused<?>(Refusal refusal) ->
                    refused(application, gate, deed, refusal.code(), gateKeeper);
        };
    }

    /** What was to end and has ended is as it was wanted; a hold or its end that cannot be is the end of the case. */
    static Application refused(
            Application application,
            GatePlan gate,
            Deed deed,
            ErrorCode error,
            GateKeeper gateKeeper) {
        return switch (deed) {
            case REVOKE, SUPERSEDE ->
                    gateKeeper.pass(application, gate.code(), HALL, "ended before");
            case HOLD, RESUME ->
                    gateKeeper.take(
                            application,
                            application
                                    .gates()
                                    .refuse(
                                            gate.code(),
                                            List.of(new ItemReason("", error.name(), "")),
                                            gateKeeper.now(),
                                            HALL.reference()),
                            HALL);
        };
    }

    private static RevocationReason reason(BusinessKind kind) {
        return switch (kind) {
            case REISSUE_LOST -> RevocationReason.KEY_COMPROMISE;
            case CHANGE -> RevocationReason.AFFILIATION_CHANGED;
            case REVOKE -> RevocationReason.CESSATION_OF_OPERATION;
            case NEW,
                    RENEW,
                    REISSUE_DAMAGED,
                    UNLOCK,
                    SUSPEND,
                    RESUME,
                    ADD_KEY,
                    OPEN_APPLICATION,
                    CHANGE_MOBILE ->
                    RevocationReason.UNSPECIFIED;
        };
    }
}
