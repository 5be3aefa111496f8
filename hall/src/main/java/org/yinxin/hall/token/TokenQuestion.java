package org.yinxin.hall.token;

/** What a token asks, as its key agent gives it; the hall believes nothing of it but what only that token can know. */
@SuppressWarnings("ArrayRecordComponent") // not compared
public record TokenQuestion(String token, byte[] nonce, byte[] replyKey, byte[] share) {}
