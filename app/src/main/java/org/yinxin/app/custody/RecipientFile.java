package org.yinxin.app.custody;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** The one certificate in a file, PEM or DER. */
final class RecipientFile {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int SEQUENCE = 0x30;

    private RecipientFile() {}

    /** Empty when the file cannot be read, or holds anything but one certificate. */
    static Optional<SignedCertificate> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            byte[] octets = Files.readAllBytes(file);
            boolean isDer = octets.length > 0 && octets[0] == SEQUENCE;
            SignedCertificate certificate = SignedCertificate.parse(isDer ? octets : only(octets));
            // Dates and serial are read when they are asked for, and broken ones found then.
            certificate.tbs().serial();
            certificate.tbs().notBefore();
            certificate.tbs().notAfter();
            return Optional.of(certificate);
        } catch (IOException
                | MalformedDerException
                | IllegalArgumentException
                | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static byte[] only(byte[] pem) throws IOException {
        try (PemReader reader =
                new PemReader(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            PemObject first = reader.readPemObject();
            if (first == null
                    || !first.getType().equals("CERTIFICATE")
                    || reader.readPemObject() != null) {
                throw new IOException("not one certificate");
            }
            return first.getContent();
        }
    }
}
