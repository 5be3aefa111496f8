/** Pages and calls of the inbox, and of the messages that could not be sent. */
@NullMarked
package org.yinxin.hall.notification.web;

import org.jspecify.annotations.NullMarked;
