/**
 * The gates engine: which gates of an application are open, and what may happen to them next. Pure values; it knows
 * the names of gates and their order, and nothing of plans, people or databases.
 */
@NullMarked
package org.yinxin.hall.application.gate;

import org.jspecify.annotations.NullMarked;
