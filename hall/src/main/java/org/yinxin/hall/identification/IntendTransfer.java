package org.yinxin.hall.identification;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.CorporateAccountNumber;
import org.yinxin.hall.identification.source.BankAccount;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * The first half of {@link SendTransfer}: records that the bank is going to be asked and under which number, and
 * commits. While money to the same account is on its way, it is that transfer.
 */
@Component
class IntendTransfer {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int LONGEST_BANK = 80;

    private final BankChecks checks;
    private final Transfers transfers;
    private final IdentificationSettings settings;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    IntendTransfer(
            BankChecks checks,
            Transfers transfers,
            IdentificationSettings settings,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.checks = checks;
        this.transfers = transfers;
        this.settings = settings;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Transfer> intend(Actor by, CheckKey key, String unit, TypedAccount typed) {
        Optional<BankCheck> found = checks.lock(key);
        if (found.isEmpty() || found.get().state() == BankCheck.State.WITHDRAWN) {
            return Outcome.refused(IdentificationError.NO_SUCH_CHECK);
        }
        if (found.get().state() == BankCheck.State.PASSED) {
            return Outcome.refused(IdentificationError.ALREADY_PASSED);
        }
        return account(unit, typed).flatMap(account -> intend(by, found.get(), account));
    }

    private static Outcome<BankAccount> account(String unit, TypedAccount typed) {
        List<Violation> wrong = new ArrayList<>();
        if (typed.name().isBlank()) {
            wrong.add(new Violation("accountName", "identification.account.name.missing"));
        }
        Optional<CorporateAccountNumber> number =
                CorporateAccountNumber.check(typed.number()).accepted();
        if (number.isEmpty()) {
            wrong.add(new Violation("accountNumber", "code.corporate-account.form"));
        }
        String bank = plain(typed.bank());
        if (bank.isBlank() || bank.length() > LONGEST_BANK) {
            wrong.add(new Violation("bank", "identification.account.bank.missing"));
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(new Refusal(IdentificationError.ACCOUNT_INVALID, wrong));
        }
        if (!bare(typed.name()).equals(bare(unit))) {
            return Outcome.refused(
                    new Refusal(
                            IdentificationError.ACCOUNT_NAME_DIFFERS,
                            List.of(
                                    new Violation(
                                            "accountName", "identification.account.name.differs")),
                            List.of(unit)));
        }
        return Outcome.done(new BankAccount(unit, number.orElseThrow(), bank));
    }

    private Outcome<Transfer> intend(Actor by, BankCheck check, BankAccount account) {
        Instant now = clock.instant();
        Optional<Transfer> newest = transfers.newest(check.key());
        Optional<Transfer> same =
                newest.filter(it -> live(it, now))
                        .filter(it -> it.accountDigest().equals(transfers.digest(account)));
        if (same.isPresent()) {
            return Outcome.done(same.get());
        }
        if (transfers.begunSince(check.key(), now.minus(A_DAY)) >= check.rules().attempts()) {
            return Outcome.refused(
                    Verdicts.refusal(
                            IdentificationError.TOO_MANY_TRANSFERS,
                            Moments.words(now.plus(A_DAY))));
        }
        newest.filter(Transfer::live)
                .ifPresent(it -> transfers.end(it.id(), Transfer.State.DROPPED, null, now));
        UUID id = uuids.get();
        transfers.begin(
                id,
                check.key(),
                account,
                check.rules().amount(),
                now,
                now.plus(settings.askAgainAfter()));
        audit.record(
                by,
                "bank-check.started",
                check.key().journalSubject(),
                Map.of("gate", check.key().gate().text(), "transfer", id.toString()));
        return Outcome.done(transfers.find(id).orElseThrow());
    }

    private static boolean live(Transfer it, Instant now) {
        return it.state() == Transfer.State.INTENDED
                || (it.state() == Transfer.State.SENT
                        && it.expires() != null
                        && now.isBefore(it.expires()));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    /** Banks and licences do not agree on the width of brackets. */
    private static String bare(String name) {
        return plain(name).replace(" ", "");
    }
}
