package org.yinxin.hall.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.RateLimits;
import org.yinxin.hall.code.Check;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Sends a code to a mobile number, by which its holder signs in. The answer is the same whether or not the number has
 * an account.
 *
 * <p>Refusals: {@link AccountError#MOBILE_INVALID}, {@link AccountError#CODE_JUST_SENT}, {@link
 * AccountError#TOO_MANY_CODES_FOR_NUMBER}, {@link AccountError#TOO_MANY_TRIES_FROM_ADDRESS}.
 */
@Component
public class SendSignInCode {

    private static final int CODES = 1_000_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SignInCodes codes;
    private final RateLimits limits;
    private final Notify notify;
    private final AccountSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    SendSignInCode(
            SignInCodes codes,
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
     * Sends it.
     *
     * @param typed the number as it was typed
     * @param address the network address of whoever asks
     */
    @Transactional
    public Outcome<SentCode> send(String typed, String address, Locale locale) {
        return switch (MobileNumber.check(typed)) {
            case Check.Good<MobileNumber>(MobileNumber mobile) -> send(mobile, address, locale);
            case Check.Doubtful<MobileNumber>(MobileNumber mobile, String _) ->
                    send(mobile, address, locale);
            case Check.Bad<MobileNumber>(String messageKey) ->
                    Outcome.refused(
                            AccountError.MOBILE_INVALID, new Violation("mobile", messageKey));
        };
    }

    private Outcome<SentCode> send(MobileNumber mobile, String address, Locale locale) {
        if (!limits.take("sign-in.codes", address, settings.triesPerAddress(), AN_HOUR)) {
            return Outcome.refused(AccountError.TOO_MANY_TRIES_FROM_ADDRESS);
        }
        Instant now = clock.instant();
        Instant sentBefore = now.minus(settings.resendAfter());
        if (codes.lastSent(mobile).filter(sent -> sent.isAfter(sentBefore)).isPresent()) {
            return justSent(mobile, now);
        }
        if (!limits.take("sign-in.number", mobile.value(), settings.codesPerNumber(), AN_HOUR)) {
            return Outcome.refused(AccountError.TOO_MANY_CODES_FOR_NUMBER);
        }
        String code = "%06d".formatted(random.nextInt(CODES));
        Instant expiresAt = now.plus(settings.codeLives());
        // Of two requests at the same moment the second finds the first one's code here.
        if (!codes.replace(mobile, codes.digest(mobile, code), now, expiresAt, sentBefore)) {
            return justSent(mobile, now);
        }
        notify.sms(
                new ShortMessage(
                        mobile,
                        "account.sms.code",
                        List.of(code, Long.toString(settings.codeLives().toMinutes())),
                        locale,
                        settings.codeLives()));
        return Outcome.done(new SentCode(expiresAt, now.plus(settings.resendAfter())));
    }

    private Outcome<SentCode> justSent(MobileNumber mobile, Instant now) {
        Instant again =
                codes.lastSent(mobile).map(sent -> sent.plus(settings.resendAfter())).orElse(now);
        long seconds = Math.max(1, Duration.between(now, again).toSeconds());
        return Outcome.refused(
                new Refusal(
                        AccountError.CODE_JUST_SENT, List.of(), List.of(Long.toString(seconds))));
    }
}
