package org.yinxin.hall.application;

import java.time.Instant;

/**
 * What a key has to sign.
 *
 * @param toSign the whole text
 * @param certificate the serial of the signing certificate that was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record KeyChallengeView(byte[] toSign, String certificate, Instant expiresAt) {}
