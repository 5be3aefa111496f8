/**
 * The working calendar (工作日历): on which days and at which hours the staff works, with holidays and the working
 * days that make up for them. From it come the times by which something was promised, and how a promise stands.
 *
 * <p>Which days are holidays is announced by the State Council year by year and cannot be computed; an administrator
 * writes it down. All days are days of Asia/Shanghai.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "audit", "outcome", "web"})
package org.yinxin.hall.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
