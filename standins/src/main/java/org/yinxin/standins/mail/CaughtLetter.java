package org.yinxin.standins.mail;

import java.time.Instant;

/**
 * A letter that would have reached a letter box.
 *
 * @param messageId as it stands in the letter, with its angle brackets
 */
public record CaughtLetter(Instant at, String messageId, String to, String subject, String text) {}
