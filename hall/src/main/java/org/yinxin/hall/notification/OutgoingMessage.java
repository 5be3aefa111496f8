package org.yinxin.hall.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that this node has taken from the outbox and is about to send.
 *
 * @param attempt the how manieth try this is, from 1
 */
record OutgoingMessage(UUID id, Notice notice, int attempt, Instant worthUntil) {}
