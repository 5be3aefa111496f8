/** The pages and the open API of applications. */
@NullMarked
package org.yinxin.hall.application.web;

import org.jspecify.annotations.NullMarked;
