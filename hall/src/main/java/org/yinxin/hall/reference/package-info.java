/** How a case is called: the number (受理号) that a subscriber reads out on the telephone and every package files things under. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.yinxin.hall.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
