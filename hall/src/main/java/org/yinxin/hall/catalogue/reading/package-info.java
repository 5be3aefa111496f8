/**
 * Reads a plan from YAML. All faults of a file are found in one reading, each with its line and a sentence that a
 * person can act upon; a plan that has any is no plan.
 */
@NullMarked
package org.yinxin.hall.catalogue.reading;

import org.jspecify.annotations.NullMarked;
