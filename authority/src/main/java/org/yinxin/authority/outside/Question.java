package org.yinxin.authority.outside;

/**
 * A message as it is going to be sent.
 *
 * @param transaction names the transaction, 16 random octets
 * @param nonce what the answer has to repeat
 * @param message the whole PKIMessage in DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Question(byte[] transaction, byte[] nonce, byte[] message) {}
