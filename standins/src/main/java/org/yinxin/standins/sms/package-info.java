/**
 * A gateway for short messages as a server of its own: it takes {@code POST /v1/messages} as the real ones do, keeps
 * what it took in memory instead of sending it, knows a message again by its {@code Idempotency-Key}, and can be
 * steered to fail in the ways that real gateways fail.
 */
@NullMarked
package org.yinxin.standins.sms;

import org.jspecify.annotations.NullMarked;
