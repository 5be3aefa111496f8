package org.yinxin.app.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import tools.jackson.databind.JsonNode;

/** The folder that what was issued is written to, together with what the authority publishes about it. */
record Issued(Path folder) {

    Issued {
        folder = folder.toAbsolutePath().normalize();
    }

    void write(JsonNode pair, JsonNode application) {
        try {
            Files.createDirectories(folder);
            String sign = pair.path("signCertificate").asString();
            String encryption = pair.path("encryptionCertificate").asString();
            JsonNode chain = pair.path("chain");
            write("sign.pem", sign);
            write("enc.pem", encryption);
            write("chain.pem", chain.path(0).asString() + chain.path(1).asString());
            write("application.json", Door.pretty(application));
            write("enc-envelope.der", Base64.getDecoder().decode(pair.path("envelope").asString()));

            X509CertificateHolder issuer = Published.certificate(chain.path(0).asString());
            Published signStatus = new Published(Published.certificate(sign), issuer);
            Published encryptionStatus = new Published(Published.certificate(encryption), issuer);
            write("crl.der", signStatus.crl());
            write("ocsp-sign.der", signStatus.ocspAnswer());
            write("ocsp-enc.der", encryptionStatus.ocspAnswer());
        } catch (IOException e) {
            throw new StepFailed("%s cannot be written: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private void write(String name, String content) throws IOException {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }
}
