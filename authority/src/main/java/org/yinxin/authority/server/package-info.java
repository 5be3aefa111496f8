/**
 * The status service on its own: OCSP over HTTP (RFC 6960, appendix A; RFC 5019) without a web framework, for a process that
 * does nothing else.
 *
 * <p>An answer costs one signature and little besides. So each thread that reads questions also answers them: what has come
 * in at the same time is looked up in one statement, signed and sent, and nothing is handed from thread to thread.
 */
@NullMarked
package org.yinxin.authority.server;

import org.jspecify.annotations.NullMarked;
