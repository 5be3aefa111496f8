/** Pages and calls of the staff's own sign-in and of the administrator. */
@NullMarked
package org.yinxin.hall.operator.web;

import org.jspecify.annotations.NullMarked;
