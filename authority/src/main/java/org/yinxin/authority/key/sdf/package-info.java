/**
 * SM2 keys in a cryptographic device behind the interface SDF of GM/T 0018, through the foreign-function interface of the JDK.
 */
@NullMarked
package org.yinxin.authority.key.sdf;

import org.jspecify.annotations.NullMarked;
