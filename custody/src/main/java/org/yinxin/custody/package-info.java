/**
 * The key management centre (密钥管理中心, KMC): makes the encryption key pairs of subscribers, keeps them in escrow, and lets
 * a private key out only inside an envelope for the signing key of its subscriber (GM/T 0009-2012, SM2EnvelopedKey).
 *
 * <p>It has a schema, a database role and a journal of its own. Nobody outside this module sees a private key.
 */
@NullMarked
package org.yinxin.custody;

import org.jspecify.annotations.NullMarked;
