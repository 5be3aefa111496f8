package org.yinxin.hall.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.RateLimits;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Asks somebody who is signed in to confirm one thing by a code sent to a mobile number. A code is good once, for that
 * thing, for a few minutes and a few tries.
 *
 * <p>Refusals: {@link AccountError#CODE_JUST_SENT}, {@link AccountError#TOO_MANY_CODES_FOR_NUMBER} when it is sent; {@link
 * AccountError#CODE_NOT_REQUESTED}, {@link AccountError#CODE_USED}, {@link AccountError#CODE_EXPIRED}, {@link
 * AccountError#CODE_DEAD}, {@link AccountError#CODE_WRONG} when it is tried.
 */
@Component
public class ConfirmByCode {

    private static final int CODES = 1_000_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ConfirmationCodes codes;
    private final RateLimits limits;
    private final Notify notify;
    private final AccountSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    ConfirmByCode(
            ConfirmationCodes codes,
            RateLimits limits,
            Notify notify,
            AccountSettings settings,
            SecureRandom random,
            Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.notify = notify;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Sends a code.
     *
     * @param purpose the thing to be confirmed, such as {@code loss:} and the pair's id
     * @param template of the message; its arguments are the code and for how many minutes it is good
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<SentCode> send(
            String purpose, MobileNumber mobile, String template, Locale locale) {
        Instant now = clock.instant();
        Instant sentBefore = now.minus(settings.resendAfter());
        if (codes.lastSent(purpose).filter(sent -> sent.isAfter(sentBefore)).isPresent()) {
            return justSent(purpose, now);
        }
        if (!limits.take("confirm.number", mobile.value(), settings.codesPerNumber(), AN_HOUR)) {
            return Outcome.refused(AccountError.TOO_MANY_CODES_FOR_NUMBER);
        }
        String code = "%06d".formatted(random.nextInt(CODES));
        Instant expiresAt = now.plus(settings.codeLives());
        byte[] digest = codes.digest(purpose, mobile, code);
        if (!codes.replace(purpose, digest, now, expiresAt, sentBefore)) {
            return justSent(purpose, now);
        }
        String minutes = Long.toString(settings.codeLives().toMinutes());
        notify.sms(
                new ShortMessage(
                        mobile, template, List.of(code, minutes), locale, settings.codeLives()));
        return Outcome.done(new SentCode(expiresAt, now.plus(settings.resendAfter())));
    }

    /**
     * Tries a code; empty when it is right, and then it is spent. A wrong try is counted in the transaction of the caller,
     * who must commit it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refusal> tryCode(String purpose, MobileNumber mobile, String typed) {
        Instant now = clock.instant();
        Optional<SignInCode> sent = codes.lock(purpose);
        if (sent.isEmpty()) {
            return about(AccountError.CODE_NOT_REQUESTED);
        }
        SignInCode code = sent.get();
        if (code.usedAt() != null) {
            return about(AccountError.CODE_USED);
        }
        if (code.wrong() >= settings.wrongTries()) {
            return about(AccountError.CODE_DEAD);
        }
        if (!now.isBefore(code.expiresAt())) {
            return about(AccountError.CODE_EXPIRED);
        }
        if (!code.is(codes.digest(purpose, mobile, digits(typed)))) {
            codes.countWrong(purpose);
            int left = settings.wrongTries() - code.wrong() - 1;
            return Optional.of(
                    new Refusal(
                            AccountError.CODE_WRONG,
                            List.of(new Violation("code", "account.code.wrong")),
                            List.of(Integer.toString(left))));
        }
        codes.use(purpose, now);
        return Optional.empty();
    }

    private Outcome<SentCode> justSent(String purpose, Instant now) {
        Instant again =
                codes.lastSent(purpose).map(sent -> sent.plus(settings.resendAfter())).orElse(now);
        long seconds = Math.max(1, Duration.between(now, again).toSeconds());
        return Outcome.refused(
                new Refusal(
                        AccountError.CODE_JUST_SENT, List.of(), List.of(Long.toString(seconds))));
    }

    private static Optional<Refusal> about(AccountError error) {
        return Optional.of(
                new Refusal(error, List.of(new Violation("code", "account.code.another"))));
    }

    /** What was typed, without spaces, and with full-width digits made plain. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}
