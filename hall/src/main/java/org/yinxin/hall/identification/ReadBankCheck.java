package org.yinxin.hall.identification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.identification.BankCheckView.Stage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.Masked;

/**
 * Says how the check of an account stands. Whose it is has been looked at by whoever asks.
 *
 * <p>Refusals: {@link IdentificationError#NO_SUCH_CHECK}.
 */
@Component
public class ReadBankCheck {

    private final BankChecks checks;
    private final Transfers transfers;
    private final Clock clock;

    ReadBankCheck(BankChecks checks, Transfers transfers, Clock clock) {
        this.checks = checks;
        this.transfers = transfers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Outcome<BankCheckView> view(CheckKey key) {
        return checks.find(key)
                .map(check -> Outcome.done(of(check)))
                .orElseGet(() -> Outcome.refused(IdentificationError.NO_SUCH_CHECK));
    }

    private BankCheckView of(BankCheck check) {
        Optional<Transfer> newest = transfers.newest(check.key());
        Stage stage =
                switch (check.state()) {
                    case PASSED -> Stage.PASSED;
                    case WITHDRAWN -> Stage.WITHDRAWN;
                    case OPEN -> newest.map(it -> stage(it, clock.instant())).orElse(Stage.OPEN);
                };
        return new BankCheckView(
                stage,
                check.rules().amount(),
                newest.map(it -> Masked.bankAccount(it.account().number().value())).orElse(null),
                newest.map(it -> it.account().bank()).orElse(null),
                newest.map(Transfer::sentAt).orElse(null),
                newest.map(Transfer::expires).orElse(null),
                check.rules().attempts() - newest.map(Transfer::wrong).orElse(0));
    }

    private static Stage stage(Transfer newest, Instant now) {
        return switch (newest.state()) {
            case INTENDED -> Stage.SENDING;
            case SENT ->
                    newest.expires() != null && now.isBefore(newest.expires())
                            ? Stage.SENT
                            : Stage.EXPIRED;
            case REFUSED -> Stage.REFUSED;
            case DEAD -> Stage.DEAD;
            // The check is open: what was passed was passed before it was opened again.
            case PASSED, DROPPED -> Stage.OPEN;
        };
    }
}
