/**
 * A key medium made of one file per token. Its secrets are encrypted under a random master key (AES-256-GCM), which is
 * encrypted under the PIN (Argon2id). It is for demonstrations and for those whose authority allows it: whoever copies the
 * file can guess at the PIN without being counted, which hardware does not let happen.
 */
@NullMarked
package org.yinxin.keyagent.softtoken;

import org.jspecify.annotations.NullMarked;
