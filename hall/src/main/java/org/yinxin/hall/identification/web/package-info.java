/** Where a source calls back. */
@NullMarked
package org.yinxin.hall.identification.web;

import org.jspecify.annotations.NullMarked;
