package org.yinxin.hall.identification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Takes the memo that somebody read on the account's statement. A wrong one is counted and committed; after the last
 * the account is to be given anew.
 *
 * <p>Refusals: {@link IdentificationError#NO_SUCH_CHECK}, {@link IdentificationError#ALREADY_PASSED}, {@link
 * IdentificationError#NOTHING_SENT}, {@link IdentificationError#PARTY_CHANGED}, {@link IdentificationError#BANK_UNAVAILABLE} while the bank is at work, {@link
 * IdentificationError#ACCOUNT_REFUSED}, {@link IdentificationError#MEMO_EXPIRED}, {@link
 * IdentificationError#MEMO_WRONG}, {@link IdentificationError#MEMO_DEAD} (also with the right memo).
 */
@Component
public class ConfirmTransfer {

    private final BankChecks checks;
    private final Transfers transfers;
    private final ReadBankCheck read;
    private final SubjectDigests digests;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ConfirmTransfer(
            BankChecks checks,
            Transfers transfers,
            ReadBankCheck read,
            SubjectDigests digests,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.checks = checks;
        this.transfers = transfers;
        this.read = read;
        this.digests = digests;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tells it.
     *
     * @param unit the organisation's name as the form says it now
     */
    @Transactional
    public Outcome<BankCheckView> confirm(Actor by, CheckKey key, String unit, String typed) {
        Optional<BankCheck> found = checks.lock(key);
        if (found.isEmpty() || found.get().state() == BankCheck.State.WITHDRAWN) {
            return Outcome.refused(IdentificationError.NO_SUCH_CHECK);
        }
        if (found.get().state() == BankCheck.State.PASSED) {
            return Outcome.refused(IdentificationError.ALREADY_PASSED);
        }
        Optional<Transfer> newest = transfers.newest(key);
        if (newest.isEmpty()) {
            return Outcome.refused(IdentificationError.NOTHING_SENT);
        }
        if (!newest.get().account().name().equals(unit)) {
            return Outcome.refused(IdentificationError.PARTY_CHANGED);
        }
        return switch (newest.get().state()) {
            case INTENDED -> Outcome.refused(IdentificationError.BANK_UNAVAILABLE);
            case REFUSED -> Outcome.refused(IdentificationError.ACCOUNT_REFUSED);
            case DEAD -> Outcome.refused(IdentificationError.MEMO_DEAD);
            case PASSED, DROPPED -> Outcome.refused(IdentificationError.NOTHING_SENT);
            case SENT -> compare(by, found.get(), newest.get(), ConfirmCode.digits(typed));
        };
    }

    private Outcome<BankCheckView> compare(Actor by, BankCheck check, Transfer sent, String memo) {
        if (sent.expires() == null || !clock.instant().isBefore(sent.expires())) {
            return Outcome.refused(IdentificationError.MEMO_EXPIRED);
        }
        if (!ConfirmCode.same(transfers.memo(sent.id()), memo)) {
            return wrong(by, check, sent);
        }
        transfers.end(sent.id(), Transfer.State.PASSED, null, clock.instant());
        checks.state(check.key(), BankCheck.State.PASSED);
        record(by, "bank-check.passed", sent);
        events.publishEvent(
                new IdentityEstablished(
                        check.key(),
                        digests.of(sent.account().name()),
                        by,
                        "BANK MEMO transfer:" + sent.id()));
        return read.view(check.key());
    }

    private Outcome<BankCheckView> wrong(Actor by, BankCheck check, Transfer sent) {
        transfers.countWrong(sent.id());
        record(by, "bank-check.memo-wrong", sent);
        int left = check.rules().attempts() - sent.wrong() - 1;
        if (left > 0) {
            return Outcome.refused(
                    new Refusal(
                            IdentificationError.MEMO_WRONG,
                            List.of(new Violation("memo", "identification.memo.wrong")),
                            List.of(Integer.toString(left))));
        }
        transfers.end(sent.id(), Transfer.State.DEAD, null, clock.instant());
        return Outcome.refused(IdentificationError.MEMO_DEAD);
    }

    private void record(Actor by, String action, Transfer it) {
        audit.record(
                by,
                action,
                it.check().journalSubject(),
                Map.of("gate", it.check().gate().text(), "transfer", it.id().toString()));
    }
}
