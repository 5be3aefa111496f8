package org.yinxin.hall.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An order as it stands.
 *
 * @param id its number
 * @param request what shall be paid; never changes
 * @param placedAt since when
 * @param overdueAt when it is closed if it was not paid; null for never
 * @param state where it stands
 * @param concerned whether money came that does not fit it, so that staff must look at it before anybody pays again
 */
public record PaymentOrder(
        OrderId id,
        OrderRequest request,
        Instant placedAt,
        @Nullable Instant overdueAt,
        OrderState state,
        boolean concerned) {

    public CaseNumber caseNumber() {
        return request.caseNumber();
    }

    public AccountId payer() {
        return request.payer();
    }

    public Words title() {
        return request.title();
    }

    public List<OrderLine> lines() {
        return request.lines();
    }

    public Money amount() {
        return request.total();
    }

    public boolean settled() {
        return state instanceof OrderState.Settled;
    }
}
