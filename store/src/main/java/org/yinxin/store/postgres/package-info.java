/** PostgreSQL as this product runs it: embedded by default, a server outside by one setting; roles, schemas, pools. */
@NullMarked
package org.yinxin.store.postgres;

import org.jspecify.annotations.NullMarked;
