/** Certificate revocation lists (CRL), version 2: building, signing and reading. RFC 5280, 5; GM/T 0015-2012. */
@NullMarked
package org.yinxin.pki.crl;

import org.jspecify.annotations.NullMarked;
