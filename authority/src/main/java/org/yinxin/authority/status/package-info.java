/** Statuses in public: revocation, the CRL and the answers of OCSP. RFC 5280, 5; RFC 6960. */
@NullMarked
package org.yinxin.authority.status;

import org.jspecify.annotations.NullMarked;
