package org.yinxin.pki.request;

/** A request for a certificate of a key, in one of the forms in which it can prove that its sender has the key. */
public sealed interface KeyRequest {

    /** Reads and verifies it; answers for any input whatever. */
    ParsedRequest parse();

    /** PKCS#10 in PEM or DER (RFC 2986). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pkcs10(byte[] encoded) implements KeyRequest {
        @Override
        public ParsedRequest parse() {
            return SigningRequests.parse(encoded);
        }
    }

    /** CertReqMsg in DER (RFC 4211), whose proof of possession is a signature. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Crmf(byte[] encoded) implements KeyRequest {
        @Override
        public ParsedRequest parse() {
            return CrmfRequests.parse(encoded);
        }
    }

    /** One that was read and verified before, in whichever form it came. */
    record Read(ParsedRequest parse) implements KeyRequest {}
}
