/**
 * Keys, signatures and encryption: SM2 with SM3 (GM/T 0003, GM/T 0009-2012), and beside it ECDSA and RSA.
 *
 * <p>Everything here is plain Java on Bouncy Castle; the provider is used as an object and never registered with the
 * JVM, so that no other library changes its behaviour because of us.
 */
@NullMarked
package org.yinxin.pki.key;

import org.jspecify.annotations.NullMarked;
