/** Transactions that several callers share. */
@NullMarked
package org.yinxin.store.commit;

import org.jspecify.annotations.NullMarked;
