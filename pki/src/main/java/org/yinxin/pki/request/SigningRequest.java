package org.yinxin.pki.request;

import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A certification request whose signature was found good.
 *
 * @param der the whole request
 * @param publicKey the key that signed it, in canonical form
 * @param subject what the requester calls itself; only a wish, a certificate's subject comes from the approved application
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record SigningRequest(byte[] der, PublicKey publicKey, X500Name subject) {

    public SigningRequest {
        der = der.clone();
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningRequest that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }
}
