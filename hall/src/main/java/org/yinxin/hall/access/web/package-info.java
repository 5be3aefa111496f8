/** Signing out, and who one is. */
@NullMarked
package org.yinxin.hall.access.web;

import org.jspecify.annotations.NullMarked;
