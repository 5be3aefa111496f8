package org.yinxin.hall.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.notification.Mail;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.WebSettings;
import org.yinxin.pki.key.Sm3;

/**
 * The links that go to the agents' mail addresses (授权邮件). Each holds 256 random bits, of which a digest is kept; it is
 * good for a day and for one grant, and a new one ends the one before.
 */
@Component
class UnlockLinks {

    private static final Duration GOOD_FOR = Duration.ofDays(1);

    /** So long nobody gets another one. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final int OCTETS = 32;

    private final Unlockings unlockings;
    private final Notify notify;
    private final WebSettings web;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    UnlockLinks(
            Unlockings unlockings,
            Notify notify,
            WebSettings web,
            AuditTrail audit,
            SecureRandom random,
            Clock clock) {
        this.unlockings = unlockings;
        this.notify = notify;
        this.web = web;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** Sends one where the plan offers this way and there is an address. */
    void sendFirst(Actor by, CaseNumber number) {
        unlockings
                .find(number)
                .flatMap(UnlockLinks::address)
                .ifPresent(to -> send(by, number, to, Locale.SIMPLIFIED_CHINESE));
    }

    /** Sends another one; answers until when it is good. */
    Outcome<Instant> sendAgain(Actor.Subscriber by, Unlocking unlocking, Locale locale) {
        Optional<EmailAddress> to = address(unlocking);
        if (to.isEmpty()) {
            return Outcome.refused(TokenError.NOT_THIS_WAY);
        }
        boolean soon =
                unlockings
                        .linkSent(unlocking.caseNumber())
                        .filter(at -> clock.instant().isBefore(at.plus(APART)))
                        .isPresent();
        return soon
                ? Outcome.refused(TokenError.LINK_JUST_SENT)
                : Outcome.done(send(by, unlocking.caseNumber(), to.get(), locale));
    }

    /** Takes what was in a link; empty when it is good, and then it is used up. */
    Optional<Refusal> use(CaseNumber number, String typed) {
        Instant after = clock.instant().minus(GOOD_FOR);
        return unlockings.useLink(number, digest(typed), after)
                ? Optional.empty()
                : Optional.of(new Refusal(TokenError.LINK_OVER));
    }

    private Instant send(Actor by, CaseNumber number, EmailAddress to, Locale locale) {
        byte[] secret = new byte[OCTETS];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        unlockings.linkSent(number, digest(text), now);
        String link = web.address() + "/applications/" + number + "/unlock?link=" + text;
        notify.mail(
                new Mail(to, "token.mail.link", List.of(number.text(), link), locale, GOOD_FOR));
        audit.record(by, "token.link-sent", "application:" + number);
        return now.plus(GOOD_FOR);
    }

    private static Optional<EmailAddress> address(Unlocking unlocking) {
        String email = unlocking.email();
        return email == null || !unlocking.modes().contains(UnlockMode.EMAIL_LINK)
                ? Optional.empty()
                : EmailAddress.check(email).accepted();
    }

    private static byte[] digest(String text) {
        return Sm3.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
