/** Pages and calls of signing in by mobile number. */
@NullMarked
package org.yinxin.hall.account.web;

import org.jspecify.annotations.NullMarked;
