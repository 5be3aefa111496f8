/**
 * Members of the staff (操作员): who they are, what they may do, and how they sign in. Separation of duties (三权分立) begins
 * here: who makes operators neither works on applications nor audits, who audits does nothing else, and nobody gives
 * roles to oneself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "actor", "audit", "outcome", "privacy", "web"})
package org.yinxin.hall.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
