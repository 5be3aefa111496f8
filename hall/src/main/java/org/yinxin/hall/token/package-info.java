/**
 * Unlocking key media (解锁): somebody who may is granted one unlocking, and the token that asks is answered once, by a
 * statement that the hall signs for that token and that question. The new PIN is chosen at the token and never comes here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "subscriber",
            "account",
            "actor",
            "audit",
            "catalogue",
            "certificate",
            "code",
            "notification",
            "outcome",
            "privacy",
            "reference",
            "web"
        })
package org.yinxin.hall.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
