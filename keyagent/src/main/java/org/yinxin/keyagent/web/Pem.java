package org.yinxin.keyagent.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of DER (RFC 7468). */
final class Pem {

    private Pem() {}

    static String encode(String label, byte[] der) {
        String body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
