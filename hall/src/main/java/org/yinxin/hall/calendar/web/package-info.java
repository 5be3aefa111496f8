/** The page and the calls by which the calendar is kept. */
@NullMarked
package org.yinxin.hall.calendar.web;

import org.jspecify.annotations.NullMarked;
