package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.name.SubjectName;

/** Keys and certificates that OpenSSL makes beforehand, for its CMP server to hand out. */
final class OpenSslCa {

    static final SubjectName SUBJECT =
            new SubjectName("CN", null, null, "Example", List.of(), "unit");

    private static final String EXTENSIONS =
            """
            [signing]
            basicConstraints=critical,CA:FALSE
            keyUsage=critical,digitalSignature,nonRepudiation
            [encryption]
            basicConstraints=critical,CA:FALSE
            keyUsage=critical,keyEncipherment,dataEncipherment,keyAgreement
            [issuing]
            basicConstraints=critical,CA:TRUE
            keyUsage=critical,keyCertSign,cRLSign
            [speaker]
            basicConstraints=critical,CA:FALSE
            keyUsage=critical,digitalSignature
            extendedKeyUsage=1.3.6.1.5.5.7.3.27
            """;

    /** How keys of a kind are made and sign. */
    enum Kind {
        P256("EC", "ec_paramgen_curve:P-256"),
        RSA("RSA", "rsa_keygen_bits:2048"),
        SM2("EC", "ec_paramgen_curve:SM2");

        private final String algorithm;
        private final String parameter;

        Kind(String algorithm, String parameter) {
            this.algorithm = algorithm;
            this.parameter = parameter;
        }

        List<String> signing() {
            return this == SM2
                    ? List.of("-sm3", "-sigopt", "distid:1234567812345678")
                    : List.of("-sha256");
        }
    }

    final Path folder;
    final Kind kind;
    private final OpenSsl openSsl;

    /** A root, an issuing authority below it, who speaks for it, and the two certificates of a subscriber. */
    OpenSslCa(Path folder, Kind kind) {
        this.folder = folder;
        this.kind = kind;
        this.openSsl = new OpenSsl(folder);
        openSsl.put("extensions", EXTENSIONS.getBytes(StandardCharsets.UTF_8));
        key("root");
        List<String> root =
                new ArrayList<>(
                        List.of("req", "-x509", "-key", "root.key", "-days", "3000", "-out"));
        root.addAll(List.of("root.pem", "-subj", "/C=CN/O=Elsewhere/CN=Elsewhere Root"));
        root.addAll(kind.signing());
        run(root);
        certified("issuing", "/C=CN/O=Elsewhere/CN=Elsewhere CA", "issuing", "root");
        certified("speaker", "/C=CN/O=Elsewhere/CN=Elsewhere Desk", "speaker", "issuing");
        certified("signing", "/C=CN/O=Example/CN=unit", "signing", "issuing");
        certified("encryption", "/C=CN/O=Example/CN=unit", "encryption", "issuing");
    }

    void key(String name) {
        run(
                List.of(
                        "genpkey",
                        "-algorithm",
                        kind.algorithm,
                        "-pkeyopt",
                        kind.parameter,
                        "-out",
                        name + ".key"));
    }

    /** A key, a request and a certificate, all by that name. */
    void certified(String name, String subject, String section, String issuer) {
        key(name);
        List<String> request =
                new ArrayList<>(
                        List.of("req", "-new", "-key", name + ".key", "-subj", subject, "-out"));
        request.add(name + ".csr");
        request.addAll(kind.signing());
        run(request);
        List<String> certificate =
                new ArrayList<>(
                        List.of("x509", "-req", "-in", name + ".csr", "-CA", issuer + ".pem"));
        certificate.addAll(
                List.of("-CAkey", issuer + ".key", "-days", "300", "-extfile", "extensions"));
        certificate.addAll(List.of("-extensions", section, "-out", name + ".pem"));
        certificate.addAll(kind.signing());
        if (kind == Kind.SM2) {
            certificate.addAll(List.of("-vfyopt", "distid:1234567812345678"));
        }
        run(certificate);
    }

    String run(List<String> arguments) {
        OpenSsl.Result result = openSsl.run(arguments.toArray(String[]::new));
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SignedCertificate certificate(String name) {
        return PemFiles.certificates(file(name + ".pem")).getFirst();
    }

    PublicKey publicKey(String name) {
        try {
            return PublicKeys.decode(certificate(name).tbs().publicKey());
        } catch (org.yinxin.pki.key.MalformedKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the server of one half, with a secret that both know. */
    MockServer server(Half half, String... options) {
        String name = half == Half.SIGNING ? "signing" : "encryption";
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "-srv_ref",
                                OutsideBench.REFERENCE,
                                "-srv_secret",
                                "pass:" + OutsideBench.SECRET,
                                "-rsp_cert",
                                name + ".pem",
                                "-rsp_extracerts",
                                "issuing.pem",
                                "-accept_raverified"));
        all.addAll(Arrays.asList(options));
        return new MockServer(folder, all.toArray(String[]::new));
    }

    Front front(MockServer signing, MockServer encryption) {
        return new Front(
                Map.of(Half.SIGNING, signing.port(), Half.ENCRYPTION, encryption.port()),
                certificate("encryption").tbs().serial());
    }

    /** An order of what the servers hand out. */
    PairOrder order() {
        SignedCertificate signing = certificate("signing");
        return new PairOrder(
                new PairOrderId(UUID.randomUUID()),
                OutsideBench.CODE,
                SUBJECT,
                null,
                signing.tbs().notBefore().minus(Duration.ofMinutes(1)),
                signing.tbs().notAfter().plus(Duration.ofHours(1)),
                read("signing.csr"),
                publicKey("encryption"));
    }
}
