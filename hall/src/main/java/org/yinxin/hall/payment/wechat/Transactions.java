package org.yinxin.hall.payment.wechat;

import com.wechat.pay.java.service.payments.model.Transaction;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.yinxin.hall.payment.channel.ChannelPayment;

/** What the platform says of money that came. */
final class Transactions {

    private Transactions() {}

    /** Empty when something is missing that a paid transaction has. */
    static Optional<ChannelPayment> payment(Transaction transaction) {
        if (transaction.getOutTradeNo() == null
                || transaction.getTransactionId() == null
                || transaction.getSuccessTime() == null
                || transaction.getAmount() == null
                || transaction.getAmount().getTotal() == null) {
            return Optional.empty();
        }
        String currency = transaction.getAmount().getCurrency();
        try {
            return Optional.of(
                    new ChannelPayment(
                            transaction.getOutTradeNo(),
                            transaction.getTransactionId(),
                            transaction.getAmount().getTotal(),
                            currency == null ? "CNY" : currency,
                            OffsetDateTime.parse(transaction.getSuccessTime()).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
