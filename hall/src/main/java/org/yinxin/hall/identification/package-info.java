/**
 * Identification (身份鉴别): whether the people and the organisation of a case are who the form says. A gate opens a
 * check; each try of a check uses one method; a try asks a source outside, or sends a code, or both. The intent to ask
 * is committed before a source is called and its answer recorded afterwards, so that a kill in between is resumed under
 * the same number. What proves a result (method, source, its reference, digests) is kept; what was asked is not.
 *
 * <p>This package does not know what a case is. It publishes {@link
 * org.yinxin.hall.identification.IdentityEstablished} inside the transaction that records the proof.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "audit",
            "catalogue",
            "code",
            "notification",
            "outcome",
            "privacy",
            "reference",
            "web"
        })
package org.yinxin.hall.identification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
