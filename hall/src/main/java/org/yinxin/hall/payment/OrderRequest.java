package org.yinxin.hall.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * What shall be paid for a case.
 *
 * @param caseNumber the case
 * @param gate at which gate of the case; each is paid once
 * @param payer who sees the order and may pay it
 * @param title what is paid for, in a few words; channels show it on the payer's telephone
 * @param lines what it is made of; at least one, and more than nothing in all
 * @param channels the ways to pay that the plan offers, in its order
 * @param unpaidDays after how many whole days it is closed when it was not paid; null for never
 */
public record OrderRequest(
        CaseNumber caseNumber,
        GateCode gate,
        AccountId payer,
        Words title,
        List<OrderLine> lines,
        List<ChannelCode> channels,
        @Nullable Integer unpaidDays) {

    public OrderRequest {
        lines = List.copyOf(lines);
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("an order can be paid somehow");
        }
        if (total(lines).equals(Money.ZERO)) {
            throw new IllegalArgumentException("what is free needs no order");
        }
    }

    public Money total() {
        return total(lines);
    }

    private static Money total(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
