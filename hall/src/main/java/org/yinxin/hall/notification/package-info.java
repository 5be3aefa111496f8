/**
 * Messages to people (通知): short messages to a mobile telephone and the inbox in the hall. A message is written into
 * an outbox in the transaction of what it tells, sent right after the commit, and sent again by a job until the
 * gateway has taken it or the message is given up and shown to staff. Templates are the words of the package that
 * sends, {@code package.sms.…} and {@code package.inbox.…} in its message files.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "audit", "code", "outcome", "privacy", "web"})
package org.yinxin.hall.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
