/** Unlocking in the open API, and the officers' desk for it. */
@NullMarked
package org.yinxin.hall.token.web;

import org.jspecify.annotations.NullMarked;
