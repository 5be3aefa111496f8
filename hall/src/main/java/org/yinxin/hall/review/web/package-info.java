/** The desk of the reviewers: pages and API over the same use cases. */
@NullMarked
package org.yinxin.hall.review.web;

import org.jspecify.annotations.NullMarked;
