package org.yinxin.hall.delegation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.subscriber.Authorisation;
import org.yinxin.hall.subscriber.AuthorisationEnd;
import org.yinxin.hall.subscriber.EndAuthorisations;

/**
 * Ends an authorisation without anybody taking over yet: the agent resigns, or an approving officer enters that the unit takes
 * it back. What the agent had waits, out of everybody's reach, for the next one.
 *
 * <p>Refusals: {@link DelegationError#NO_SUCH_UNIT}, {@link DelegationError#NOT_AN_APPROVING_OFFICER}, {@link
 * DelegationError#WORDS_WANTED}, {@link DelegationError#NOBODY_ACTS}.
 */
@Component
public class EndDelegation {

    private final EndAuthorisations end;
    private final Agents agents;
    private final Accounts accounts;
    private final Notify notify;
    private final AuditTrail audit;

    EndDelegation(
            EndAuthorisations end,
            Agents agents,
            Accounts accounts,
            Notify notify,
            AuditTrail audit) {
        this.end = end;
        this.agents = agents;
        this.accounts = accounts;
        this.notify = notify;
        this.audit = audit;
    }

    /** The agent does not act for the unit any more. */
    @Transactional
    public Outcome<String> resign(Actor.Subscriber actor, String unit) {
        Optional<UnifiedSocialCreditCode> code = code(unit);
        String name = code.map(this::name).orElse("");
        if (code.isEmpty()
                || end.end(actor, code.get(), actor.account(), AuthorisationEnd.RESIGNED, null)
                        .isEmpty()) {
            return Outcome.refused(DelegationError.NO_SUCH_UNIT);
        }
        tell(actor.account(), "ended", name);
        return Outcome.done(code.get().value());
    }

    /**
     * Nobody acts for the unit any more.
     *
     * @param words on what it rests, for the journal's readers
     */
    @Transactional
    public Outcome<String> withdraw(Actor actor, String unit, String words) {
        if (!actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(DelegationError.NOT_AN_APPROVING_OFFICER);
        }
        return DecideLetter.words(words).flatMap(said -> takeBack(actor, unit, said));
    }

    private Outcome<String> takeBack(Actor actor, String unit, String words) {
        Optional<UnifiedSocialCreditCode> code = code(unit);
        if (code.isEmpty() || agents.ofUnit(code.get()).isEmpty()) {
            return Outcome.refused(DelegationError.NO_SUCH_UNIT);
        }
        String name = name(code.get());
        List<AccountId> ended = end.end(actor, code.get(), null, AuthorisationEnd.WITHDRAWN, null);
        if (ended.isEmpty()) {
            return Outcome.refused(DelegationError.NOBODY_ACTS);
        }
        audit.record(
                actor,
                "delegation.withdrawn",
                "unit:" + code.get().value(),
                Map.of("words", words));
        ended.forEach(one -> tell(one, "withdrawn", name));
        return Outcome.done(code.get().value());
    }

    private void tell(AccountId account, String event, String unit) {
        notify.inbox(account, "delegation.inbox." + event, null, unit);
        accounts.mobileOf(account).ifPresent(to -> notify.sms(to, "delegation.sms." + event, unit));
    }

    private String name(UnifiedSocialCreditCode unit) {
        return agents.ofUnit(unit).stream()
                .findFirst()
                .map(Authorisation::organisation)
                .map(organisation -> organisation.name())
                .orElse("");
    }

    private static Optional<UnifiedSocialCreditCode> code(String unit) {
        return UnifiedSocialCreditCode.check(unit).accepted();
    }
}
