package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.identification.IdentityEstablished;
import org.yinxin.hall.identification.SubjectDigests;

/**
 * Moves an application on when somebody was identified or an account proved, in the transaction that records the proof.
 * A proof that the application does not wait for changes nothing here and is journalled.
 */
@Component
class IdentityListener {

    private static final Actor HALL = new Actor.Hall("identification");

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final HandedIn handedIn;
    private final List<GateRoom> rooms;
    private final SubjectDigests digests;
    private final AuditTrail audit;

    IdentityListener(
            Applications applications,
            GateKeeper gateKeeper,
            HandedIn handedIn,
            List<GateRoom> rooms,
            SubjectDigests digests,
            AuditTrail audit) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.handedIn = handedIn;
        this.rooms = List.copyOf(rooms);
        this.digests = digests;
        this.audit = audit;
    }

    private String subject(Application application, GatePlan gate, Contents contents) {
        return gate.settings() instanceof GateSettings.Identification identification
                ? digests.of(Parties.of(application, contents, identification.party()))
                : digests.of(Parties.organisation(application, contents).orElse(""));
    }

    @EventListener
    void on(IdentityEstablished established) {
        var check = established.check();
        if (applications.find(check.caseNumber()).isEmpty()) {
            return; // somebody else's, such as a hand-over's
        }
        Optional<Application> awaited =
                applications
                        .lock(check.caseNumber())
                        .filter(it -> it.business().gate(check.gate()).isPresent())
                        .filter(it -> it.gates().workable(check.gate()));
        if (awaited.isEmpty()) {
            audit.record(
                    HALL,
                    "application.identity-ignored",
                    "application:" + check.caseNumber(),
                    Map.of("gate", check.gate().text(), "evidence", established.evidence()));
            return;
        }
        Application application = awaited.get();
        GatePlan gate = application.gate(check.gate());
        Contents contents = handedIn.of(application.number());
        if (!subject(application, gate, contents).equals(established.subject())) {
            // The form was changed meanwhile: the proof is about what it said before.
            audit.record(HALL, "application.identity-outdated", application.subject());
            rooms.stream()
                    .filter(room -> room.kind().isInstance(gate.settings()))
                    .forEach(room -> room.open(application, gate, contents, HALL, gateKeeper));
            return;
        }
        gateKeeper.weighAgain(
                gateKeeper.pass(
                        application, check.gate(), established.by(), established.evidence()),
                established.by());
    }
}
