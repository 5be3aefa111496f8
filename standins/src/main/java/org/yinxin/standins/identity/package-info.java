/**
 * The sources that say whether somebody is who the form says, as servers of their own: a real-name source (mobile
 * number, bank card, face), a register of enterprises, and a bank that transfers 0.01 yuan with a secret in the memo.
 * Each takes JSON with a bearer secret and an {@code Idempotency-Key}, and answers the same key the same.
 *
 * <p>A test steers them through {@link org.yinxin.standins.identity.Steering}. A person steers them by what is typed
 * into the form, see {@link org.yinxin.standins.identity.MadeUp}.
 */
@NullMarked
package org.yinxin.standins.identity;

import org.jspecify.annotations.NullMarked;
