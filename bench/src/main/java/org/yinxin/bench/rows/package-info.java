/** Writes cases by the million straight into the tables of a hall, as its use cases would have left them. */
@NullMarked
package org.yinxin.bench.rows;

import org.jspecify.annotations.NullMarked;
