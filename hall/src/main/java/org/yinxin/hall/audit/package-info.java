/**
 * Security audit (安全审计): who did what to which thing, when. Facts are recorded in the transaction of the fact; a job
 * seals them into a chain; the auditor reads, filters, verifies and exports, and whatever the auditor takes out is
 * recorded too. No entry holds personal data: people are named by their account or operator identifier.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "outcome", "web"})
package org.yinxin.hall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
