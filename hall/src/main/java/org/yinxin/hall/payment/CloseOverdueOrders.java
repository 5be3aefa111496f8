package org.yinxin.hall.payment;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The job that closes what was not paid in time; it runs on one node at a time, and twice it changes nothing more. */
@Component
class CloseOverdueOrders {

    private static final Logger LOG = LoggerFactory.getLogger(CloseOverdueOrders.class);
    private static final int BATCH = 200;

    private final PaymentOrders orders;
    private final CloseOverdueOrder closeOverdueOrder;
    private final Clock clock;

    CloseOverdueOrders(PaymentOrders orders, CloseOverdueOrder closeOverdueOrder, Clock clock) {
        this.orders = orders;
        this.closeOverdueOrder = closeOverdueOrder;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        List<OrderId> due = orders.overdue(clock.instant(), BATCH);
        for (OrderId id : due) {
            try {
                closeOverdueOrder.close(id);
            } catch (DataAccessException e) {
                // Somebody works on the same case at this moment; the next run tries again.
                LOG.warn("order {} could not be closed: {}", id, e.getClass().getSimpleName());
            }
        }
    }
}
