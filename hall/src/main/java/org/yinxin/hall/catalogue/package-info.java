/**
 * What can be applied for (业务事项): service plans. A plan is the rulebook of one certification authority for one
 * project, read from a YAML file: its businesses, the gates of each with their order, the forms, papers, prices and
 * the words the subscriber reads. Nothing in this package, and nothing above it, knows any one plan.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "audit", "outcome", "web"})
package org.yinxin.hall.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
