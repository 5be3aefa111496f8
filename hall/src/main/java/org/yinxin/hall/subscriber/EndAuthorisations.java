package org.yinxin.hall.subscriber;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.UnifiedSocialCreditCode;

/** Ends the authorisations of one agent, or of all agents of an organisation. It refuses nothing: callers ask first. */
@Component
public class EndAuthorisations {

    private final Agents agents;
    private final AuditTrail audit;

    EndAuthorisations(Agents agents, AuditTrail audit) {
        this.agents = agents;
        this.audit = audit;
    }

    /**
     * Ends them in the transaction of the caller.
     *
     * @param account whose; null for all agents
     * @param reference the hand-over that takes their place; null when nobody does
     * @return whose authorisation was in force until now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<AccountId> end(
            Actor by,
            UnifiedSocialCreditCode unit,
            @Nullable AccountId account,
            AuthorisationEnd how,
            @Nullable String reference) {
        UUID organisation = agents.lock(unit).orElse(null);
        if (organisation == null) {
            return List.of();
        }
        List<AccountId> ended =
                agents.ofUnit(unit).stream()
                        .filter(one -> one.inForce(agents.today()))
                        .map(Authorisation::account)
                        .filter(one -> account == null || one.equals(account))
                        .distinct()
                        .toList();
        agents.end(organisation, account, how, by.reference(), reference);
        ended.forEach(
                one ->
                        audit.record(
                                by,
                                "subscriber.authorisation-ended",
                                "subscriber:" + organisation,
                                reference == null
                                        ? Map.of("account", one.toString(), "how", how.name())
                                        : Map.of(
                                                "account", one.toString(),
                                                "how", how.name(),
                                                "handover", reference)));
        return ended;
    }
}
