/** Who acts: a subscriber's account, an operator with roles, or the hall itself. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.yinxin.hall.actor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
