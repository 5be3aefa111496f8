package org.yinxin.hall.account;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.RateLimits;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Signs in whoever can read the code that was sent to a mobile number, and makes the account at the first time.
 *
 * <p>Refusals: {@link AccountError#MOBILE_INVALID}, {@link AccountError#TOO_MANY_TRIES_FROM_ADDRESS}, {@link
 * AccountError#CODE_NOT_REQUESTED}, {@link AccountError#CODE_USED}, {@link AccountError#CODE_EXPIRED}, {@link
 * AccountError#CODE_DEAD} (also with the right code), {@link AccountError#CODE_WRONG}.
 */
@Component
public class SignIn {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SignInCodes codes;
    private final Accounts accounts;
    private final Tokens tokens;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final AccountSettings settings;
    private final Clock clock;

    SignIn(
            SignInCodes codes,
            Accounts accounts,
            Tokens tokens,
            RateLimits limits,
            AuditTrail audit,
            AccountSettings settings,
            Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.tokens = tokens;
        this.limits = limits;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tries a code. A refusal is committed too: the try is counted and recorded. */
    @Transactional
    public Outcome<IssuedToken> with(String typedMobile, String typedCode, String address) {
        Optional<MobileNumber> mobile = MobileNumber.check(typedMobile).accepted();
        if (mobile.isEmpty()) {
            return Outcome.refused(
                    AccountError.MOBILE_INVALID, new Violation("mobile", "code.mobile.form"));
        }
        if (!limits.take("sign-in.tries", address, settings.triesPerAddress(), AN_HOUR)) {
            return Outcome.refused(AccountError.TOO_MANY_TRIES_FROM_ADDRESS);
        }
        return with(mobile.get(), digits(typedCode));
    }

    private Outcome<IssuedToken> with(MobileNumber mobile, String code) {
        Instant now = clock.instant();
        Optional<SignInCode> sent = codes.lock(mobile);
        Optional<Refusal> refusal =
                sent.isEmpty()
                        ? Optional.of(new Refusal(AccountError.CODE_NOT_REQUESTED))
                        : refusal(sent.get(), codes.digest(mobile, code), now);
        if (refusal.isPresent()) {
            if (refusal.get().code() == AccountError.CODE_WRONG) {
                codes.countWrong(mobile);
            }
            recordRefusal(mobile, refusal.get());
            return Outcome.refused(refusal.get());
        }
        codes.use(mobile, now);
        AccountId account = accounts.signedIn(mobile, now);
        audit.record(
                new Actor.Subscriber(account, mobile.masked()),
                "account.signed-in",
                "account:" + account);
        return Outcome.done(tokens.issue(TokenKind.SUBSCRIBER, account.value()));
    }

    private Optional<Refusal> refusal(SignInCode sent, byte[] tried, Instant now) {
        if (sent.usedAt() != null) {
            return Optional.of(about(AccountError.CODE_USED));
        }
        if (sent.wrong() >= settings.wrongTries()) {
            return Optional.of(about(AccountError.CODE_DEAD));
        }
        if (!now.isBefore(sent.expiresAt())) {
            return Optional.of(about(AccountError.CODE_EXPIRED));
        }
        if (!sent.is(tried)) {
            int left = settings.wrongTries() - sent.wrong() - 1;
            return Optional.of(
                    new Refusal(
                            AccountError.CODE_WRONG,
                            List.of(new Violation("code", "account.code.wrong")),
                            List.of(Integer.toString(left))));
        }
        return Optional.empty();
    }

    private static Refusal about(AccountError code) {
        return new Refusal(code, List.of(new Violation("code", "account.code.another")));
    }

    private void recordRefusal(MobileNumber mobile, Refusal refusal) {
        String subject = accounts.of(mobile).map(id -> "account:" + id).orElse("account:none");
        audit.record(
                new Actor.Hall("sign-in"),
                "account.sign-in-refused",
                subject,
                Map.of("reason", refusal.code().name()));
    }

    /** What was typed, without spaces, and with full-width digits made plain. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}
