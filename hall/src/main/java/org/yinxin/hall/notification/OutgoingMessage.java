package org.yinxin.hall.notification;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.hall.code.MobileNumber;

/**
 * A message that this node has taken from the outbox and is about to send.
 *
 * @param attempt the how manieth try this is, from 1
 */
record OutgoingMessage(UUID id, MobileNumber to, String text, int attempt, Instant worthUntil) {}
