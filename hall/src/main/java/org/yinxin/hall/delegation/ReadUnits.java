package org.yinxin.hall.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.subscriber.Authorisation;

/**
 * Shows for which units somebody acts, and who has acted for one of them.
 *
 * <p>Refusals: {@link DelegationError#NO_SUCH_UNIT}, also for a unit that one does not act for now; {@link
 * DelegationError#NOT_AN_APPROVING_OFFICER}.
 */
@Component
public class ReadUnits {

    private final Agents agents;

    ReadUnits(Agents agents) {
        this.agents = agents;
    }

    /** One's own, by name; those that one does not act for any more too, so that nobody has to ask what became of them. */
    @Transactional(readOnly = true)
    public List<UnitOfAgent> own(Actor.Subscriber actor) {
        Map<UnifiedSocialCreditCode, List<Authorisation>> units = new LinkedHashMap<>();
        agents.ofAccount(actor.account())
                .forEach(
                        one ->
                                units.computeIfAbsent(
                                                one.organisation().creditCode(),
                                                _ -> new ArrayList<>())
                                        .add(one));
        return units.values().stream().map(this::unit).toList();
    }

    /** Those that one acts for today. */
    @Transactional(readOnly = true)
    public List<UnitOfAgent> current(Actor.Subscriber actor) {
        return own(actor).stream().filter(UnitOfAgent::current).toList();
    }

    @Transactional(readOnly = true)
    public Outcome<UnitOfAgent> own(Actor.Subscriber actor, String unit) {
        return current(actor).stream()
                .filter(one -> one.creditCode().equals(unit))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DelegationError.NO_SUCH_UNIT));
    }

    /** Who has acted for it, the newest first; for whoever acts for it now. */
    @Transactional(readOnly = true)
    public Outcome<List<Authorisation>> history(Actor.Subscriber actor, String unit) {
        return own(actor, unit)
                .map(one -> agents.ofUnit(new UnifiedSocialCreditCode(one.creditCode())));
    }

    /** The same for an officer. */
    @Transactional(readOnly = true)
    public Outcome<List<Authorisation>> ofUnit(Actor actor, String unit) {
        if (!actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(DelegationError.NOT_AN_APPROVING_OFFICER);
        }
        return UnifiedSocialCreditCode.check(unit)
                .accepted()
                .map(agents::ofUnit)
                .filter(given -> !given.isEmpty())
                .<Outcome<List<Authorisation>>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DelegationError.NO_SUCH_UNIT));
    }

    private UnitOfAgent unit(List<Authorisation> given) {
        LocalDate today = agents.today();
        Optional<Authorisation> inForce =
                given.stream()
                        .filter(one -> one.inForce(today))
                        .max(Comparator.comparing(Authorisation::until));
        Authorisation shown = inForce.orElse(given.getFirst());
        return new UnitOfAgent(
                shown.organisation().creditCode().value(),
                shown.organisation().name(),
                shown.from(),
                shown.until(),
                inForce.isPresent(),
                shown.endedAt(),
                shown.how());
    }
}
