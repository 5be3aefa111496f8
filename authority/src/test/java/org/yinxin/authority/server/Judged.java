package org.yinxin.authority.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.authority.OpenSsl;

/** Signatures of SM2 answers, judged by OpenSSL: its {@code ocsp} command cannot be given the user ID. */
final class Judged {

    private static final Pattern PART =
            Pattern.compile("(?m)^ *(\\d+):d=(\\d+) +hl=(\\d+) +l= *(\\d+) (?:cons|prim): (.*)$");

    private Judged() {}

    /** Whether the signature of the answer in a file is good under the key of the certificate in it. */
    static boolean signatureIsGood(OpenSsl openSsl, String answer) {
        // The second octet string of the whole holds BasicOCSPResponse; the first one may be a part
        // of it.
        int basicAt = offset(openSsl, answer, "OCTET STRING", 3);
        run(
                openSsl,
                "asn1parse",
                "-inform",
                "DER",
                "-in",
                answer,
                "-strparse",
                "" + basicAt,
                "-noout",
                "-out",
                "basic.der");
        String parts = run(openSsl, "asn1parse", "-inform", "DER", "-in", "basic.der");
        Matcher part = PART.matcher(parts);
        int data = -1;
        int signature = -1;
        int certificate = -1;
        while (part.find()) {
            int depth = Integer.parseInt(part.group(2));
            int at = Integer.parseInt(part.group(1));
            if (depth == 1 && data < 0) {
                data = at;
            } else if (depth == 1 && part.group(5).startsWith("BIT STRING")) {
                signature = at;
            } else if (depth == 3 && signature >= 0 && certificate < 0) {
                certificate = at;
            }
        }
        cut(openSsl, data, "data.der");
        cut(openSsl, certificate, "responder.der");
        run(
                openSsl,
                "asn1parse",
                "-inform",
                "DER",
                "-in",
                "basic.der",
                "-strparse",
                "" + signature,
                "-noout",
                "-out",
                "signature.der");
        run(
                openSsl,
                "x509",
                "-inform",
                "DER",
                "-in",
                "responder.der",
                "-pubkey",
                "-noout",
                "-out",
                "responder.pub");
        return openSsl.run(
                        "dgst",
                        "-sm3",
                        "-sigopt",
                        "distid:1234567812345678",
                        "-verify",
                        "responder.pub",
                        "-signature",
                        "signature.der",
                        "data.der")
                .output()
                .contains("Verified OK");
    }

    private static int offset(OpenSsl openSsl, String file, String what, int depth) {
        Matcher part = PART.matcher(run(openSsl, "asn1parse", "-inform", "DER", "-in", file));
        while (part.find()) {
            if (part.group(5).startsWith(what) && Integer.parseInt(part.group(2)) == depth) {
                return Integer.parseInt(part.group(1));
            }
        }
        throw new AssertionError("no " + what + " in " + file);
    }

    // The structure at an offset with its own head.
    private static void cut(OpenSsl openSsl, int at, String to) {
        Matcher part =
                PART.matcher(run(openSsl, "asn1parse", "-inform", "DER", "-in", "basic.der"));
        while (part.find()) {
            if (Integer.parseInt(part.group(1)) == at) {
                int length = Integer.parseInt(part.group(3)) + Integer.parseInt(part.group(4));
                try {
                    byte[] all = Files.readAllBytes(openSsl.folder().resolve("basic.der"));
                    openSsl.put(to, java.util.Arrays.copyOfRange(all, at, at + length));
                    return;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new AssertionError("nothing at " + at);
    }

    private static String run(OpenSsl openSsl, String... arguments) {
        OpenSsl.Result result = openSsl.run(arguments);
        if (result.status() != 0) {
            throw new AssertionError(result.output());
        }
        return result.output();
    }
}
