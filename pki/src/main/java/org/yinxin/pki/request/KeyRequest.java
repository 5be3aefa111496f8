package org.yinxin.pki.request;

import org.yinxin.pki.key.SignatureVerifier;

/** A request for a certificate of a key, in one of the forms in which it can prove that its sender has the key. */
public sealed interface KeyRequest {

    /** Reads and verifies it; answers for any input whatever. */
    ParsedRequest parse(SignatureVerifier verifier);

    /** PKCS#10 in PEM or DER (RFC 2986). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pkcs10(byte[] encoded) implements KeyRequest {
        @Override
        public ParsedRequest parse(SignatureVerifier verifier) {
            return SigningRequests.parse(encoded, verifier);
        }
    }

    /** CertReqMsg in DER (RFC 4211), whose proof of possession is a signature. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Crmf(byte[] encoded) implements KeyRequest {
        @Override
        public ParsedRequest parse(SignatureVerifier verifier) {
            return CrmfRequests.parse(encoded, verifier);
        }
    }

    /** One that was read and verified before, in whichever form it came. */
    record Read(ParsedRequest request) implements KeyRequest {
        @Override
        public ParsedRequest parse(SignatureVerifier verifier) {
            return request;
        }
    }
}
