/** The home page: what can be applied for today. */
@NullMarked
package org.yinxin.hall.catalogue.web;

import org.jspecify.annotations.NullMarked;
