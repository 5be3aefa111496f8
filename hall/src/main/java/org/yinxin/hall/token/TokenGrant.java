package org.yinxin.hall.token;

/**
 * What the hall answers to a token's question.
 *
 * @param statement four lines that name the token, the question, and hold the hall's half of the recovery secret
 * @param signature of the hall over the statement
 * @param toSign what the unlocked key signs to show that it is done
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
public record TokenGrant(byte[] statement, byte[] signature, byte[] toSign) {}
