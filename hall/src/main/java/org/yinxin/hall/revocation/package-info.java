/**
 * Ending and holding certificates (吊销挂起): the wish is written down and committed, the authority is asked outside of any
 * transaction until it has answered, and then the holder is told. The certificates of a pair share one fate.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
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
package org.yinxin.hall.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
