/** Enrolment over secure transport (RFC 7030). The transport is the business of the server in front. */
@NullMarked
package org.yinxin.authority.est;

import org.jspecify.annotations.NullMarked;
