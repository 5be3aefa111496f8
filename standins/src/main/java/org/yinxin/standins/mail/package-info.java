/** A mail server (SMTP, RFC 5321) that keeps what it is given instead of delivering it. */
@NullMarked
package org.yinxin.standins.mail;

import org.jspecify.annotations.NullMarked;
