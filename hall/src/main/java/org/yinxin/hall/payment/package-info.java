/**
 * Fees (缴费): what a case costs, how it is paid, and whether the money came. An order is placed when a case may be
 * paid; each try to pay it over a channel is an attempt with a number of its own, and the channel is only ever called
 * with that number, so that a call repeated after a fault never charges twice. Money that does not fit an order
 * (another amount, an order closed meanwhile, a second payment) is never dropped: it is kept as a concern for staff.
 *
 * <p>This package does not know what is paid for. It publishes {@link org.yinxin.hall.payment.OrderSettled} inside
 * the transaction that settles an order; whoever owns the case listens.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "subscriber",
            "actor",
            "archive",
            "audit",
            "catalogue",
            "outcome",
            "privacy",
            "reference",
            "web"
        })
package org.yinxin.hall.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
