package org.yinxin.hall.payment;

import org.yinxin.hall.testing.TestHall;

/** The jobs of payment, for tests of the rooms above that have no scheduler. */
public final class PaymentJobs {

    private PaymentJobs() {}

    /** Runs each once: asks about what nobody told, gives back what is due, closes what is overdue. */
    public static void run(TestHall hall) {
        hall.get(CheckUnsettledOrders.class).run();
        hall.get(CarryOutRefunds.class).run();
        hall.get(CloseOverdueOrders.class).run();
    }
}
