/** The port to whoever delivers short messages, and its HTTP adapter. */
@NullMarked
package org.yinxin.hall.notification.gateway;

import org.jspecify.annotations.NullMarked;
