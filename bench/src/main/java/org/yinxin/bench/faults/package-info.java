/**
 * Kills processes that issue, and their database, at random moments, and looks at what they leave: everything that was promised, and
 * nothing by halves.
 */
@NullMarked
package org.yinxin.bench.faults;

import org.jspecify.annotations.NullMarked;
