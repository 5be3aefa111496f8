package org.yinxin.hall.account;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;

/**
 * Lets an account sign in with another mobile number (变更手机号). Whoever asks has signed in with the old number, or, when
 * that one cannot be read any more, with the new one; then the account of the old number gets the new one, and the account
 * that was made for asking is closed. All sign-ins end, and both numbers are told.
 *
 * <p>Refusals: {@link AccountError#MOBILE_SAME}, {@link AccountError#MOBILE_NOT_OWN}, {@link AccountError#MOBILE_TAKEN},
 * {@link AccountError#MOBILE_WITHOUT_ACCOUNT}. The last two tell whether a number has an account: they are for callers to
 * whom the number was proved, or whose review has passed.
 */
@Component
public class ChangeMobile {

    private final Accounts accounts;
    private final Tokens tokens;
    private final Notify notify;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeMobile(Accounts accounts, Tokens tokens, Notify notify, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.notify = notify;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who asks for what.
     *
     * @param applicant the account that asks
     * @param from the number until now
     * @param to the new number
     */
    public record Wish(AccountId applicant, MobileNumber from, MobileNumber to) {}

    /** Whether this may be asked for at all; tells nothing about other people's numbers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountError> asked(Wish wish) {
        if (wish.from().equals(wish.to())) {
            return Optional.of(AccountError.MOBILE_SAME);
        }
        Optional<MobileNumber> own = accounts.mobileOf(wish.applicant());
        return own.filter(it -> it.equals(wish.from()) || it.equals(wish.to())).isPresent()
                ? Optional.empty()
                : Optional.of(AccountError.MOBILE_NOT_OWN);
    }

    /** Whether whoever asks has signed in with the new number to get an account of another number back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recovers(Wish wish) {
        return accounts.mobileOf(wish.applicant()).filter(wish.to()::equals).isPresent();
    }

    /** Whether it can be done; asked once the new number was proved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountError> possible(Wish wish) {
        Optional<AccountError> refusal = asked(wish);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (accounts.of(wish.from()).isEmpty()) {
            return Optional.of(AccountError.MOBILE_WITHOUT_ACCOUNT);
        }
        return accounts.of(wish.to()).filter(it -> !it.equals(wish.applicant())).isPresent()
                ? Optional.of(AccountError.MOBILE_TAKEN)
                : Optional.empty();
    }

    /**
     * Does it, in the transaction of what proved it.
     *
     * @param reference what it was done for, such as a case number
     * @return the account that signs in with the new number from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<AccountId> change(Actor by, Wish wish, String reference) {
        accounts.queue(wish.from());
        accounts.queue(wish.to());
        Optional<AccountError> refusal = possible(wish);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        AccountId account = accounts.of(wish.from()).orElseThrow();
        if (!account.equals(wish.applicant())) {
            accounts.close(wish.applicant(), clock.instant());
            tokens.endAll(TokenKind.SUBSCRIBER, wish.applicant().value());
            audit.record(
                    by,
                    "account.closed",
                    "account:" + wish.applicant(),
                    Map.of("for", account.toString(), "reference", reference));
        }
        accounts.renumber(account, wish.to());
        tokens.endAll(TokenKind.SUBSCRIBER, account.value());
        audit.record(
                by, "account.mobile-changed", "account:" + account, Map.of("reference", reference));
        tell(wish.from(), wish);
        tell(wish.to(), wish);
        notify.inbox(
                account,
                "account.inbox.mobile-changed",
                null,
                wish.from().masked(),
                wish.to().masked());
        return Outcome.done(account);
    }

    private void tell(MobileNumber number, Wish wish) {
        notify.sms(number, "account.sms.mobile-changed", wish.from().masked(), wish.to().masked());
    }
}
