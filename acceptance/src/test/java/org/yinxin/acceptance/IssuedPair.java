package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;

/** {@code sign.pem enc.pem issuing.pem root.pem} in one folder, judged with OpenSSL only. */
record IssuedPair(OpenSsl openssl) {

    private static final String SM2_ID = OpenSsl.DISTID;

    static IssuedPair in(Path folder) {
        return new IssuedPair(new OpenSsl(folder));
    }

    void isAcceptedByOpenSsl(String address, String organisationCode) {
        isAcceptedByOpenSsl(address, organisationCode, Instant.now());
    }

    /**
     * The same on a hall whose clock runs ahead.
     *
     * @param at a moment of its time at which the pair is to be valid
     */
    void isAcceptedByOpenSsl(String address, String organisationCode, Instant at) {
        // The user ID reaches only the leaf in OpenSSL 3.0, so each link is verified by itself.
        link("sign.pem", "issuing.pem", at);
        link("enc.pem", "issuing.pem", at);
        link("issuing.pem", "root.pem", at);
        link("root.pem", "root.pem", at);

        assertThat(details("sign.pem"))
                .containsPattern(
                        "X509v3 Key Usage: critical\\s+Digital Signature, Non Repudiation\\n")
                .contains("1.2.156.10260.4.1.4");
        assertThat(details("enc.pem"))
                .containsPattern(
                        "X509v3 Key Usage: critical\\s+Key Encipherment, Data Encipherment, Key Agreement\\n")
                .contains("1.2.156.10260.4.1.4");
        assertThat(openssl.text("asn1parse", "-in", "sign.pem", "-dump"))
                .contains(organisationCode.substring(0, 8));

        for (String same : new String[] {"-subject", "-startdate", "-enddate"}) {
            assertThat(openssl.text("x509", "-in", "sign.pem", "-noout", "-nameopt", "utf8", same))
                    .isEqualTo(
                            openssl.text(
                                    "x509", "-in", "enc.pem", "-noout", "-nameopt", "utf8", same));
        }
        assertThat(serial("sign.pem")).isNotEqualTo(serial("enc.pem")).hasSizeLessThanOrEqualTo(40);
        statusIsPublished(address);
    }

    private void statusIsPublished(String address) {
        Client nobody = Client.anonymous(address);
        openssl.write(
                "issuing.pub", openssl.run("x509", "-in", "issuing.pem", "-noout", "-pubkey"));
        openssl.write("crl.der", nobody.get(pathOf(uri("X509v3 CRL Distribution Points"))).bytes());
        openssl.verifySigned("crl.der", "issuing.pub");

        for (String certificate : new String[] {"sign.pem", "enc.pem"}) {
            openssl.run(
                    "ocsp",
                    "-issuer",
                    "issuing.pem",
                    "-cert",
                    certificate,
                    "-reqout",
                    certificate + ".req",
                    "-no_nonce");
            String responder =
                    openssl.text("x509", "-in", certificate, "-noout", "-ocsp_uri").strip();
            Client.Answer answer =
                    nobody.post(
                            pathOf(responder),
                            "application/ocsp-request",
                            openssl.read(certificate + ".req"));
            answer.expect(200);
            openssl.write(certificate + ".resp", answer.bytes());
            assertThat(
                            openssl.text(
                                    "ocsp",
                                    "-respin",
                                    certificate + ".resp",
                                    "-resp_text",
                                    "-noverify"))
                    .contains("Cert Status: good");
            String inThePath =
                    Base64.getEncoder().encodeToString(openssl.read(certificate + ".req"));
            nobody.get(
                            pathOf(responder)
                                    + "/"
                                    + URLEncoder.encode(inThePath, StandardCharsets.UTF_8))
                    .expect(200);
            // OCSPResponse { successful, [0] { id-pkix-ocsp-basic, OCTET STRING BasicOCSPResponse }
            // }
            Der bytes = Der.parse(answer.bytes()).children().get(1).children().get(0);
            openssl.write(certificate + ".basic", bytes.children().get(1).content());
            openssl.verifySigned(certificate + ".basic", "issuing.pub");
        }
    }

    private void link(String certificate, String issuer, Instant at) {
        assertThat(
                        openssl.text(
                                "verify",
                                "-partial_chain",
                                "-attime",
                                String.valueOf(at.getEpochSecond()),
                                "-vfyopt",
                                SM2_ID,
                                "-trusted",
                                issuer,
                                certificate))
                .contains(": OK");
    }

    private String details(String certificate) {
        return openssl.text("x509", "-in", certificate, "-noout", "-text");
    }

    private String serial(String certificate) {
        return openssl.text("x509", "-in", certificate, "-noout", "-serial")
                .strip()
                .replace("serial=", "");
    }

    private String uri(String extension) {
        String after = details("sign.pem").split(extension, 2)[1];
        return after.substring(after.indexOf("URI:") + 4).lines().findFirst().orElseThrow().strip();
    }

    /** The path of an address in a certificate; the hall under test answers it on its own port. */
    private static String pathOf(String uri) {
        return java.net.URI.create(uri).getPath();
    }
}
