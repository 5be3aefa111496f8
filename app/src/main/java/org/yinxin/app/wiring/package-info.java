/** Puts the parts together: time, randomness, three databases under three roles, the three journals. */
@NullMarked
package org.yinxin.app.wiring;

import org.jspecify.annotations.NullMarked;
