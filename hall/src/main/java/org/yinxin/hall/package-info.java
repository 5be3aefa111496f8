/** Everything people do: the portal of the subscribers, the back office, the open API. */
@NullMarked
package org.yinxin.hall;

import org.jspecify.annotations.NullMarked;
