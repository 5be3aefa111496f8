/**
 * Agreements (服务协议): their texts in versions, and the evidence of who accepted which text when and from where.
 *
 * <p>A version is a pair of resource files, Chinese and English, that is never changed once it was published; what
 * was accepted is named by the SM3 digest of both files one after the other, Chinese first.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"actor", "catalogue", "outcome", "privacy", "reference", "audit"})
package org.yinxin.hall.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
