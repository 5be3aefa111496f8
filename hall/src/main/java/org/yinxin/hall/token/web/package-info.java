/** Unlocking in the open API. */
@NullMarked
package org.yinxin.hall.token.web;

import org.jspecify.annotations.NullMarked;
