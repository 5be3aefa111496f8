package org.yinxin.hall.subscriber;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/**
 * Files who an approved application is for: the organisation under its credit code, the agent under the identity
 * document, the authorisation under the application. It refuses nothing: what is wrong was refused before.
 */
@Component
public class RegisterSubscriber {

    private final Subscribers subscribers;
    private final AuditTrail audit;
    private final Clock clock;
    private final Supplier<UUID> uuids;

    RegisterSubscriber(
            Subscribers subscribers, AuditTrail audit, Clock clock, Supplier<UUID> uuids) {
        this.subscribers = subscribers;
        this.audit = audit;
        this.clock = clock;
        this.uuids = uuids;
    }

    /** Answers the organisation; a second time for the same application changes nothing. */
    @Transactional
    public SubscriberId register(Actor actor, Registration registration) {
        Optional<SubscriberId> before = subscribers.registeredBy(registration.source());
        if (before.isPresent()) {
            return before.get();
        }
        Instant at = clock.instant();
        Registration.Agent agent = registration.agent();
        SubscriberId organisation =
                subscribers.keepOrganisation(
                        uuids.get(), registration.creditCode(), registration.name(), at);
        UUID person = subscribers.keepPerson(uuids.get(), agent.document(), agent.name(), at);
        subscribers.authorise(registration.source(), organisation, person, agent);
        audit.record(
                actor,
                "subscriber.registered",
                "subscriber:" + organisation,
                Map.of(
                        "application", registration.source().text(),
                        "person", person.toString(),
                        "until", agent.until().toString()));
        return organisation;
    }
}
