package org.yinxin.hall.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Challenges the key of the certificate that a case is about; the challenge before is over with it.
 *
 * <p>Refuses: somebody else's application; one that has ended; a gate at which no key is to be proved now.
 */
@Component
public class AskKeyProof {

    private static final Duration LIVES = Duration.ofMinutes(5);

    private final Desk desk;
    private final KeyChallenges challenges;
    private final GateKeeper gateKeeper;
    private final Supplier<UUID> uuids;

    AskKeyProof(
            Desk desk,
            KeyChallenges challenges,
            GateKeeper gateKeeper,
            @Qualifier("uuids") Supplier<UUID> uuids) {
        this.desk = desk;
        this.challenges = challenges;
        this.gateKeeper = gateKeeper;
        this.uuids = uuids;
    }

    @Transactional
    public Outcome<KeyChallengeView> ask(Actor actor, CaseNumber number, GateCode gate) {
        return desk.change(actor, number)
                .flatMap(
                        application ->
                                wanted(application, gate)
                                        .map(about -> challenge(application, gate, about))
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                ApplicationError.NO_KEY_WANTED)));
    }

    private Outcome<KeyChallengeView> challenge(
            Application application, GateCode gate, About about) {
        UUID seed = uuids.get();
        Instant expiresAt = gateKeeper.now().plus(LIVES);
        challenges.put(application.number(), gate, seed, expiresAt);
        return Outcome.done(
                new KeyChallengeView(
                        challenges.text(application.number(), gate, seed),
                        about.serial(),
                        expiresAt));
    }

    /** The certificate whose key is wanted at this gate now. */
    static Optional<About> wanted(Application application, GateCode gate) {
        boolean open =
                application.business().gate(gate).map(GatePlan::settings).stream()
                                .anyMatch(GateSettings.KeyProof.class::isInstance)
                        && application.gates().workable(gate);
        return open ? Optional.ofNullable(application.about()) : Optional.empty();
    }
}
