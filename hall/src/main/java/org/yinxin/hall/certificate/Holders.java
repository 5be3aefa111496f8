package org.yinxin.hall.certificate;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.subscriber.Agents;

/**
 * Whose a certificate is: its holder's, as long as the holder may act for the organisation that it names. Nobody else's
 * certificates are told apart from certificates that are not there.
 */
@Component
public class Holders {

    private final Agents agents;

    Holders(Agents agents) {
        this.agents = agents;
    }

    /** Whether it is this subscriber's now. */
    public boolean holds(Actor.Subscriber actor, LedgerEntry entry) {
        return actor.account().equals(entry.holder()) && present(entry);
    }

    /** Whether its holder may still act for its organisation, and so be told what happens to it. */
    public boolean present(LedgerEntry entry) {
        return !agents.lost(entry.holder(), entry.organisationCode(), entry.issuedAt());
    }
}
