/** Certificate revocation lists: built in a stream, published whole, and made again in time. RFC 5280, 5. */
@NullMarked
package org.yinxin.authority.crl;

import org.jspecify.annotations.NullMarked;
