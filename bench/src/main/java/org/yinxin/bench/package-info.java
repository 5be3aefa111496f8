/** How long the lists of a hall take over a great many cases. A program of its own, never a part of the hall. */
@NullMarked
package org.yinxin.bench;

import org.jspecify.annotations.NullMarked;
