/**
 * Accounts of the people who act for subscribers (用户账号). Somebody is who can read the short messages of a mobile
 * number: there is no password to forget and nothing to register, and the first sign-in makes the account.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "actor",
            "audit",
            "code",
            "notification",
            "outcome",
            "privacy",
            "web"
        })
package org.yinxin.hall.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
