package org.yinxin.hall.delegation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An approving officer decides the letter by which a unit changes its agent. Only the applicant enters one, so whoever decides
 * has not entered it.
 *
 * <p>Refusals: {@link DelegationError#NOT_AN_APPROVING_OFFICER}, {@link DelegationError#NOTHING_TO_DECIDE} also for what
 * somebody else has decided, {@link DelegationError#WORDS_WANTED} for a refusal without a reason, {@link
 * DelegationError#AGENT_GONE}, {@link DelegationError#NOT_OPEN} when the day asked for has passed.
 */
@Component
public class DecideLetter {

    static final int LONGEST_WORDS = 200;

    private final Handovers handovers;
    private final CompleteHandover complete;
    private final Accounts accounts;
    private final Notify notify;
    private final AuditTrail audit;
    private final Clock clock;

    DecideLetter(
            Handovers handovers,
            CompleteHandover complete,
            Accounts accounts,
            Notify notify,
            AuditTrail audit,
            Clock clock) {
        this.handovers = handovers;
        this.complete = complete;
        this.accounts = accounts;
        this.notify = notify;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides it.
     *
     * @param words why it is refused, which the applicant reads; of no meaning for an approval
     */
    @Transactional
    public Outcome<CaseNumber> decide(
            Actor actor, CaseNumber number, boolean approve, String words) {
        if (!actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(DelegationError.NOT_AN_APPROVING_OFFICER);
        }
        Optional<Handover> waiting =
                handovers.lock(number).filter(one -> one.state() == Handover.State.WAITING);
        if (waiting.isEmpty()) {
            return Outcome.refused(DelegationError.NOTHING_TO_DECIDE);
        }
        Handover handover = waiting.get();
        if (approve) {
            String letter = handover.letter() == null ? "" : handover.letter().sm3();
            return complete.complete(actor, handover, "LETTER sm3:" + letter).map(Handover::number);
        }
        return words(words)
                .map(
                        said -> {
                            refuse(actor, handover, said);
                            return number;
                        });
    }

    static Outcome<String> words(String typed) {
        String said = typed.strip();
        return said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST_WORDS
                ? Outcome.refused(
                        new Refusal(
                                DelegationError.WORDS_WANTED,
                                List.of(new Violation("words", "delegation.words.wanted"))))
                : Outcome.done(said);
    }

    private void refuse(Actor actor, Handover handover, String words) {
        handovers.decide(
                handover.number(),
                Handover.State.REFUSED,
                actor.reference(),
                words,
                clock.instant());
        audit.record(
                actor,
                "delegation.letter-refused",
                "handover:" + handover.number(),
                Map.of("unit", handover.unit().value()));
        notify.inbox(
                handover.account(),
                "delegation.inbox.refused",
                "/handovers/" + handover.number(),
                handover.number().text());
        accounts.mobileOf(handover.account())
                .ifPresent(
                        to -> notify.sms(to, "delegation.sms.refused", handover.number().text()));
    }
}
