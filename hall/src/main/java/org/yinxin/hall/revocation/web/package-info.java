/** Losses and changes of status in pages and in the open API. */
@NullMarked
package org.yinxin.hall.revocation.web;

import org.jspecify.annotations.NullMarked;
