/**
 * The ledger of issued certificates (证书台账) as the hall sees them: whose they are, from which case they came, and what
 * they say in plain words. Whether one is good is not kept here but asked of the authority each time.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "subscriber",
            "actor",
            "code",
            "catalogue",
            "outcome",
            "reference",
            "web"
        })
package org.yinxin.hall.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
