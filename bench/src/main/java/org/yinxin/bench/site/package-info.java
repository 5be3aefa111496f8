/** A durable database with an authority on it, for the benches that need no hall. */
@NullMarked
package org.yinxin.bench.site;

import org.jspecify.annotations.NullMarked;
