package org.yinxin.hall.payment;

import java.time.Instant;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The money for an order came. Published inside the transaction that settles the order, exactly once for an order
 * whose settling commits; a listener that fails undoes the settling, and the channel or the job tries again.
 *
 * @param gate at which gate of the case it was due
 * @param channel over which it came, as it can be asked in a plan
 */
public record OrderSettled(
        OrderId order,
        CaseNumber caseNumber,
        GateCode gate,
        Money amount,
        ChannelCode channel,
        Instant at) {}
