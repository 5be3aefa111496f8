/** What tests of any package of the hall need: a database, a clock that stands still, people. */
@NullMarked
package org.yinxin.hall.testing;

import org.jspecify.annotations.NullMarked;
