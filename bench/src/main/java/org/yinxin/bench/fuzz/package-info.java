/**
 * Feeds what comes from outside with broken input: requests, questions of status, messages of machines, envelopes. Input that leads to
 * an answer not seen before is kept and broken further.
 */
@NullMarked
package org.yinxin.bench.fuzz;

import org.jspecify.annotations.NullMarked;
