package org.yinxin.hall.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What finance officers have to look at.
 *
 * @param concerns money that does not fit its order
 * @param refunds refunds that need a person
 */
public record MoneyDesk(List<ConcernCase> concerns, List<RefundCase> refunds) {

    public MoneyDesk {
        concerns = List.copyOf(concerns);
        refunds = List.copyOf(refunds);
    }

    /**
     * A concern.
     *
     * @param concern the money
     * @param order what it came for
     * @param refund on its way back; null while nobody has decided that
     */
    public record ConcernCase(Concern concern, PaymentOrder order, @Nullable Refund refund) {}

    /** A refund with what was paid. */
    public record RefundCase(Refund refund, PaymentOrder order) {}
}
