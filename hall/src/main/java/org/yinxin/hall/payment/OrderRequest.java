package org.yinxin.hall.payment;

import java.util.List;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * What shall be paid for a case.
 *
 * @param caseNumber the case
 * @param payer who sees the order and may pay it
 * @param title what is paid for, in a few words; channels show it on the payer's telephone
 * @param lines what it is made of; at least one, and more than nothing in all
 * @param channels the ways to pay that the plan offers, in its order
 */
public record OrderRequest(
        CaseNumber caseNumber,
        AccountId payer,
        Words title,
        List<OrderLine> lines,
        List<ChannelCode> channels) {

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
