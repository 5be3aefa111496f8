package org.yinxin.acceptance;

import tools.jackson.databind.JsonNode;

/** Where a subscriber's keys are. Content goes in as octets and comes out as Base64. */
interface Medium {

    /** PKCS#10 for a signing key that this makes, PEM. */
    String signingRequest();

    /** Takes what production answered: both certificates and the enveloped encryption key. */
    void install(JsonNode pair);

    /** SM3withSM2, DER. */
    String sign(byte[] content);

    /** What is inside of an SM2Cipher (DER) for the encryption key. */
    String decrypt(byte[] cipher);
}
