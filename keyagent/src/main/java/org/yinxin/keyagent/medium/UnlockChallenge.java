package org.yinxin.keyagent.medium;

/**
 * What a token asks the hall, so that its PIN may be reset once.
 *
 * @param nonce makes the grant good for this question alone
 * @param replyKey the point that the hall encrypts its answer to
 * @param share what only the hall can read: its half of the recovery secret, the token's id and its certificates
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
public record UnlockChallenge(TokenId token, byte[] nonce, byte[] replyKey, byte[] share) {}
