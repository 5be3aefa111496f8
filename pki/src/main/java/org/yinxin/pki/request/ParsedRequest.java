package org.yinxin.pki.request;

/** What came of reading a certification request. */
public sealed interface ParsedRequest {

    /** Well-formed, of a supported key, and signed by that key. */
    record Accepted(SigningRequest request) implements ParsedRequest {}

    record Rejected(RequestFault fault) implements ParsedRequest {}
}
