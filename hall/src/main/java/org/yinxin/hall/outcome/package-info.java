/**
 * What a use case answers: a value, or a refusal in words. Expected refusals are values and never exceptions, and
 * all violations of one form are collected before answering.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.yinxin.hall.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
