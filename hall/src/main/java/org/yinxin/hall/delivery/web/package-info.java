/** The producer's delivery desk: pages and API over the same use cases. */
@NullMarked
package org.yinxin.hall.delivery.web;

import org.jspecify.annotations.NullMarked;
