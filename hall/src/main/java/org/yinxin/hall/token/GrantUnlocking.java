package org.yinxin.hall.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.account.ConfirmByCode;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.LostCases;

/**
 * Grants one unlocking: to whoever reads the code that was sent to the agent's mobile or follows the link that was sent to
 * the agent's mail address, or by an officer who has looked at the case. A grant is good for a quarter of an hour and for
 * one question of a medium.
 *
 * <p>Refusals: {@link TokenError#NO_SUCH_UNLOCKING}, {@link TokenError#NOT_THIS_WAY}, {@link TokenError#NOT_AN_OFFICER},
 * {@link TokenError#RECEIVED_BY_YOURSELF}, {@link TokenError#LINK_OVER}, {@link TokenError#LINK_JUST_SENT}, and those of
 * {@link ConfirmByCode}, which are committed: the try is counted.
 */
@Component
public class GrantUnlocking {

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final Unlockings unlockings;
    private final LostCases lostCases;
    private final ConfirmByCode confirm;
    private final UnlockLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    GrantUnlocking(
            Unlockings unlockings,
            LostCases lostCases,
            ConfirmByCode confirm,
            UnlockLinks links,
            AuditTrail audit,
            Clock clock) {
        this.unlockings = unlockings;
        this.lostCases = lostCases;
        this.confirm = confirm;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends the code to the agent's mobile. */
    @Transactional
    public Outcome<SentCode> sendCode(Actor.Subscriber actor, CaseNumber number, Locale locale) {
        return own(actor, number)
                .flatMap(this::mobile)
                .flatMap(mobile -> confirm.send(purpose(number), mobile, "token.sms.code", locale));
    }

    /** Grants it to whoever knows the code. */
    @Transactional
    public Outcome<Instant> byCode(Actor.Subscriber actor, CaseNumber number, String code) {
        return own(actor, number)
                .flatMap(this::mobile)
                .flatMap(
                        mobile -> {
                            Optional<Refusal> refusal =
                                    confirm.tryCode(purpose(number), mobile, code);
                            return refusal.isPresent()
                                    ? Outcome.refused(refusal.get())
                                    : Outcome.done(grant(actor, number, UnlockMode.SMS_CODE));
                        });
    }

    /** Sends another link to the agent's mail address; answers until when it is good. */
    @Transactional
    public Outcome<Instant> sendLink(Actor.Subscriber actor, CaseNumber number, Locale locale) {
        return own(actor, number).flatMap(one -> links.sendAgain(actor, one, locale));
    }

    /** Grants it to whoever followed the link. */
    @Transactional
    public Outcome<Instant> byLink(Actor.Subscriber actor, CaseNumber number, String link) {
        return own(actor, number)
                .flatMap(
                        _ -> {
                            Optional<Refusal> refusal = links.use(number, link);
                            return refusal.isPresent()
                                    ? Outcome.refused(refusal.get())
                                    : Outcome.done(grant(actor, number, UnlockMode.EMAIL_LINK));
                        });
    }

    /** An officer grants it, from the desk or with the visitor at the counter. */
    @Transactional
    public Outcome<Instant> byOfficer(Actor.Operator actor, CaseNumber number, boolean counter) {
        UnlockMode mode = counter ? UnlockMode.COUNTER : UnlockMode.OFFICER;
        return UnlockOfficers.mayDecide(actor, mode)
                ? UnlockOfficers.decidable(unlockings.lock(number), actor)
                        .flatMap(
                                open ->
                                        open.modes().contains(mode)
                                                ? Outcome.done(grant(actor, number, mode))
                                                : Outcome.refused(TokenError.NOT_THIS_WAY))
                : Outcome.refused(TokenError.NOT_AN_OFFICER);
    }

    private Outcome<Unlocking> own(Actor.Subscriber actor, CaseNumber number) {
        return unlockings
                .lock(number)
                .filter(
                        one ->
                                one.holder().equals(actor.account())
                                        && !lostCases.lost(actor.account(), number)
                                        && one.doneAt() == null)
                .<Outcome<Unlocking>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(TokenError.NO_SUCH_UNLOCKING));
    }

    private Outcome<MobileNumber> mobile(Unlocking unlocking) {
        String mobile = unlocking.mobile();
        if (mobile == null || !unlocking.modes().contains(UnlockMode.SMS_CODE)) {
            return Outcome.refused(TokenError.NOT_THIS_WAY);
        }
        return MobileNumber.check(mobile)
                .accepted()
                .<Outcome<MobileNumber>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(TokenError.NOT_THIS_WAY));
    }

    private Instant grant(Actor by, CaseNumber number, UnlockMode mode) {
        Instant until = clock.instant().plus(GOOD_FOR);
        unlockings.grant(number, mode, by.reference(), until);
        audit.record(
                by,
                "token.unlocking-granted",
                "application:" + number,
                Map.of("mode", mode.name()));
        return until;
    }

    private static String purpose(CaseNumber number) {
        return "unlock:" + number;
    }
}
