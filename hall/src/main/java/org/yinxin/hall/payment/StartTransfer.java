package org.yinxin.hall.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/** The bank transfer of {@link StartPayment}: nobody outside is called, the payer hears where to transfer to. */
@Component
class StartTransfer {

    private final PayableOrder payable;
    private final PaymentSettings settings;

    StartTransfer(PayableOrder payable, PaymentSettings settings) {
        this.payable = payable;
        this.settings = settings;
    }

    @Transactional
    public Outcome<StartedPayment> start(Actor actor, OrderId id) {
        TransferAccount account = settings.transfer();
        return account == null
                ? Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED)
                : payable.lock(actor, id, ChannelCode.TRANSFER)
                        .map(order -> new StartedPayment(order, instruction(order, account)));
    }

    /** Where an order can be transferred to; null where it cannot. */
    StartedPayment.Instruction.@Nullable Transfer instruction(PaymentOrder order) {
        TransferAccount account = settings.transfer();
        boolean offered = order.request().channels().contains(ChannelCode.TRANSFER);
        return account == null || !offered ? null : instruction(order, account);
    }

    private static StartedPayment.Instruction.Transfer instruction(
            PaymentOrder order, TransferAccount account) {
        return new StartedPayment.Instruction.Transfer(account, order.caseNumber().text());
    }
}
