package org.yinxin.hall.payment;

import java.time.Instant;
import java.util.Optional;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;

/**
 * One try to pay an order over one channel. Its bill never changes, so that the channel can be asked again.
 *
 * @param order what is paid
 * @param channel over which channel
 * @param bill what the channel is asked for
 * @param startedAt since when
 * @param state where it stands
 */
record Attempt(
        OrderId order, ChannelCode channel, Bill bill, Instant startedAt, AttemptState state) {

    AttemptNumber number() {
        return bill.number();
    }

    /** What the payer does; empty when there is no code. */
    Optional<StartedPayment.Instruction> instruction() {
        return state instanceof AttemptState.Offered(String codeUrl)
                ? Optional.of(new StartedPayment.Instruction.ScanCode(codeUrl, bill.expires()))
                : Optional.empty();
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(bill.expires());
    }
}
