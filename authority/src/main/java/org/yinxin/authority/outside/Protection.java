package org.yinxin.authority.outside;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.yinxin.authority.cmp.SecretCodes;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.extension.KeyIdentifiers;
import org.yinxin.pki.key.KeyContentSigner;
import org.yinxin.pki.key.SigningKey;

/** How our messages prove that they are ours. */
sealed interface Protection {

    /** Who we are, for the header. */
    X500Name sender();

    ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException;

    /** By a code that only whoever knows the secret can compute. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record BySecret(String reference, char[] secret, boolean pbmac1, SecretCodes codes)
            implements Protection {

        @Override
        public X500Name sender() {
            return new X500Name("");
        }

        @Override
        public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException {
            return message.setSenderKID(reference.getBytes(StandardCharsets.UTF_8))
                    .build(codes.asking(pbmac1, secret));
        }

        /** Tells the reference and never the secret. */
        @Override
        public String toString() {
            return "BySecret[" + reference + "]";
        }
    }

    /** By the signature of a certificate's key. The certificate comes first of those that go along (RFC 9810, 5.1). */
    record BySignature(SigningKey key, List<SignedCertificate> certificates) implements Protection {

        public BySignature {
            certificates = List.copyOf(certificates);
        }

        @Override
        public X500Name sender() {
            return certificates.getFirst().tbs().subject();
        }

        @Override
        public ProtectedPKIMessage protect(ProtectedPKIMessageBuilder message) throws CMPException {
            message.setSenderKID(KeyIdentifiers.of(certificates.getFirst().tbs().publicKey()));
            for (SignedCertificate each : certificates) {
                message.addCMPCertificate(
                        new X509CertificateHolder(
                                org.bouncycastle.asn1.x509.Certificate.getInstance(
                                        each.encoded())));
            }
            return message.build(new KeyContentSigner(key));
        }
    }
}
