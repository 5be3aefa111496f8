package org.yinxin.hall.identification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.identification.source.TransferBank;
import org.yinxin.hall.outcome.Outcome;

/**
 * Has the bank send a small amount to the unit's own account, with a secret in the memo (对公账户打款认证). The order is
 * committed before the bank is asked and the bank knows it by its number: repeated after a kill or a silence it is the
 * same transfer with the same memo. Another account takes the place of the one before.
 *
 * <p>Refusals: {@link IdentificationError#NO_SUCH_CHECK}, {@link IdentificationError#ALREADY_PASSED}, {@link
 * IdentificationError#ACCOUNT_INVALID}, {@link IdentificationError#ACCOUNT_NAME_DIFFERS}, {@link
 * IdentificationError#TOO_MANY_TRANSFERS}, {@link IdentificationError#ACCOUNT_REFUSED}, {@link
 * IdentificationError#BANK_UNAVAILABLE}.
 */
@Component
public class SendTransfer {

    private static final Logger LOG = LoggerFactory.getLogger(SendTransfer.class);

    private final IntendTransfer intend;
    private final RecordTransfer record;
    private final ReadBankCheck read;
    private final Transfers transfers;
    private final TransferBank bank;

    SendTransfer(
            IntendTransfer intend,
            RecordTransfer record,
            ReadBankCheck read,
            Transfers transfers,
            TransferBank bank) {
        this.intend = intend;
        this.record = record;
        this.read = read;
        this.transfers = transfers;
        this.bank = bank;
    }

    /**
     * Never called inside a transaction, because it talks to the bank.
     *
     * @param unit the organisation's name, in which the account must be
     */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome<BankCheckView> send(Actor by, CheckKey key, String unit, TypedAccount typed) {
        return intend.intend(by, key, unit, typed)
                .flatMap(
                        it ->
                                it.state() == Transfer.State.INTENDED
                                        ? order(by, it)
                                        : read.view(key));
    }

    /** Orders it, or orders it again. */
    Outcome<BankCheckView> order(Actor by, Transfer it) {
        String memo = transfers.memo(it.id());
        return switch (bank.send(it.id(), it.account(), it.amount(), memo)) {
            case TransferBank.Sending.Sent(String reference) ->
                    record.sent(by, it.check(), it.id(), reference);
            case TransferBank.Sending.Refused(String reference) ->
                    record.refused(by, it.check(), it.id(), reference);
            case TransferBank.Sending.Pending _ ->
                    Outcome.refused(IdentificationError.BANK_UNAVAILABLE);
            case TransferBank.Sending.Unavailable(String reason) -> {
                LOG.warn("no answer to transfer {}: {}", it.id(), reason);
                yield Outcome.refused(IdentificationError.BANK_UNAVAILABLE);
            }
        };
    }
}
