/**
 * Delivery (寄送): the medium and the papers are handed over, by courier or to somebody who collects them. A case is
 * known here by its number; who receives it and where is asked of whoever owns the case each time it is shown and is
 * never copied. That something was handed over is published as {@link org.yinxin.hall.delivery.HandedOver} in the
 * transaction that records it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"actor", "audit", "catalogue", "outcome", "reference", "web"})
package org.yinxin.hall.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
