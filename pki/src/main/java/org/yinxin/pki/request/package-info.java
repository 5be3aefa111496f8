/** Certification requests (PKCS#10, RFC 2986; GM/T 0092-2020 uses the same for SM2): made, parsed, and proved to come from the key's holder. */
@NullMarked
package org.yinxin.pki.request;

import org.jspecify.annotations.NullMarked;
