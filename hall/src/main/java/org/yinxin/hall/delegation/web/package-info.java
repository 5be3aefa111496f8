/** Pages and open API of delegation: the units of an agent, hand-overs, and the letters for officers. */
@NullMarked
package org.yinxin.hall.delegation.web;

import org.jspecify.annotations.NullMarked;
