/**
 * Business applications (业务申请), from draft to certificate. An application is a set of gates that its plan names;
 * this package alone knows them all. The packages below publish facts (a review was decided, an order settled,
 * certificates installed) and this one listens, in the transaction of the fact.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "actor",
            "agreement",
            "archive",
            "audit",
            "catalogue",
            "certificate",
            "code",
            "delegation",
            "delivery",
            "identification",
            "issuance",
            "notification",
            "outcome",
            "payment",
            "privacy",
            "reference",
            "review",
            "revocation",
            "subscriber",
            "token",
            "web"
        })
package org.yinxin.hall.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
