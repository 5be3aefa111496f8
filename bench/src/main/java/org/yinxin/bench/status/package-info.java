/**
 * How many questions about statuses a core answers: the status service in a process of its own, PostgreSQL and the clients
 * beside it, compared in the same run with the signatures alone and with OpenSSL's responder.
 */
@NullMarked
package org.yinxin.bench.status;

import org.jspecify.annotations.NullMarked;
