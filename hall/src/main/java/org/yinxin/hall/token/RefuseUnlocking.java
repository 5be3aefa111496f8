package org.yinxin.hall.token;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An officer has looked at the case and does not grant the unlocking; the words go to whoever applied. A grant that was
 * given before and not used is over.
 *
 * <p>Refusals: {@link TokenError#NO_SUCH_UNLOCKING}, {@link TokenError#NOT_AN_OFFICER}, {@link
 * TokenError#RECEIVED_BY_YOURSELF}, {@link TokenError#NO_WORDS} also for more than five hundred characters.
 */
@Component
public class RefuseUnlocking {

    private static final int LONGEST = 500;

    private final Unlockings unlockings;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    RefuseUnlocking(
            Unlockings unlockings,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.unlockings = unlockings;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<CaseNumber> refuse(Actor.Operator actor, CaseNumber number, String typed) {
        String words = typed.strip();
        return UnlockOfficers.decidable(unlockings.lock(number), actor)
                .flatMap(
                        open ->
                                UnlockOfficers.mayDecide(actor, open)
                                        ? Outcome.done(open)
                                        : Outcome.refused(TokenError.NOT_AN_OFFICER))
                .flatMap(open -> said(words) ? Outcome.done(open) : wordless())
                .map(
                        open -> {
                            unlockings.refuse(
                                    number,
                                    actor.reference(),
                                    words,
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                            audit.record(actor, "token.unlocking-refused", "application:" + number);
                            events.publishEvent(new UnlockRefused(number, actor, words));
                            return number;
                        });
    }

    private static boolean said(String words) {
        return !words.isEmpty() && words.codePointCount(0, words.length()) <= LONGEST;
    }

    private static <T> Outcome<T> wordless() {
        return Outcome.refused(
                new Refusal(
                        TokenError.NO_WORDS,
                        List.of(new Violation("words", "unlock.desk.words.wanted"))));
    }
}
