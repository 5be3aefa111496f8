/**
 * X.509 certificates in two halves: what is to be signed, built and kept as bytes, and the signature put to it
 * afterwards.
 *
 * <p>The halves are apart so that an authority can store the exact bytes it intends to sign before any signature
 * exists, and can show later that nothing else was signed. Profile: GM/T 0015-2012, 5.2; RFC 5280, 4.1.
 */
@NullMarked
package org.yinxin.pki.certificate;

import org.jspecify.annotations.NullMarked;
