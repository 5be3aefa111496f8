package org.yinxin.authority.outside;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.OwnerOnly;
import org.yinxin.authority.key.SecretLine;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.BouncyCastle;

/** The files that an operator puts down for an outside authority. Each fault is a sentence that says which file to mend. */
final class PemFiles {

    private PemFiles() {}

    /** All certificates of a file, in their order; at least one. */
    static List<SignedCertificate> certificates(Path file) {
        List<SignedCertificate> read = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                PEMParser parser = new PEMParser(text)) {
            for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
                if (each instanceof X509CertificateHolder holder) {
                    read.add(SignedCertificate.parse(holder.getEncoded()));
                }
            }
        } catch (IOException | MalformedDerException e) {
            throw unusable(file, "certificates in PEM", e);
        }
        if (read.isEmpty()) {
            throw new KeyStoreUnavailableException(
                    "There is no certificate in PEM in the file " + file + ".", null);
        }
        return List.copyOf(read);
    }

    /** A private key that is not encrypted, in the form of PKCS#8 or of OpenSSL. */
    static PrivateKey key(Path file) {
        try {
            OwnerOnly.require(file);
            Object read;
            try (PEMParser parser =
                    new PEMParser(
                            new StringReader(Files.readString(file, StandardCharsets.UTF_8)))) {
                read = parser.readObject();
                // OpenSSL writes the parameters of a curve before the key.
                if (read != null
                        && !(read instanceof PrivateKeyInfo)
                        && !(read instanceof PEMKeyPair)) {
                    read = parser.readObject();
                }
            }
            JcaPEMKeyConverter converter =
                    new JcaPEMKeyConverter().setProvider(BouncyCastle.PROVIDER);
            return switch (read) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case null, default ->
                        throw new KeyStoreUnavailableException(
                                "There is no private key in PEM, not encrypted, in the file "
                                        + file
                                        + ".",
                                null);
            };
        } catch (IOException e) {
            throw unusable(file, "a private key in PEM", e);
        }
    }

    /** The first line of a file of mode 600. */
    static char[] secret(Path file) {
        try {
            char[] line = SecretLine.read(file);
            if (line.length == 0) {
                throw new KeyStoreUnavailableException(
                        "The first line of the file " + file + " is empty; write the secret there.",
                        null);
            }
            return line;
        } catch (IOException e) {
            throw unusable(file, "a secret", e);
        }
    }

    private static KeyStoreUnavailableException unusable(Path file, String what, Throwable e) {
        return new KeyStoreUnavailableException(
                "The file "
                        + file
                        + " should hold "
                        + what
                        + " and cannot be read: "
                        + e.getMessage(),
                e);
    }
}
