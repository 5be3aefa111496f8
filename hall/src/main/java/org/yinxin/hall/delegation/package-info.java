/**
 * Delegation (经办授权): by whom a unit lets its business be done, and how another agent takes over (变更经办人): by a code that
 * the recorded legal representative reads, or by a stamped letter that an officer decides. This package does not know what a
 * case is: it publishes {@link org.yinxin.hall.delegation.HandedOver} inside the transaction of the hand-over, and whoever
 * keeps something of the unit makes it the new agent's.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "account",
            "actor",
            "archive",
            "audit",
            "catalogue",
            "code",
            "identification",
            "notification",
            "outcome",
            "privacy",
            "reference",
            "subscriber",
            "web"
        })
package org.yinxin.hall.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
