/** Statuses: their changes, and the answers of OCSP about them. RFC 6960. */
@NullMarked
package org.yinxin.authority.status;

import org.jspecify.annotations.NullMarked;
