/**
 * Subscribers (订户): organisations, and the people who act for them with dated authorisations. An organisation is
 * known by its credit code; a person by the number of an identity document, which is sealed and found by a blind
 * index only.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"actor", "code", "outcome", "privacy", "reference", "audit"})
package org.yinxin.hall.subscriber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
