package org.yinxin.pki.ocsp;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;

/** What ties an answer to its question (RFC 9654): 1 to 128 octets. */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record Nonce(byte[] octets) {

    private static final int LONGEST = 128;
    private static final int LONGEST_ECHOED = 32;

    public Nonce {
        if (octets.length == 0 || octets.length > LONGEST) {
            throw new IllegalArgumentException("a nonce has 1 to " + LONGEST + " octets");
        }
        octets = octets.clone();
    }

    @Override
    public byte[] octets() {
        return octets.clone();
    }

    /**
     * The nonce that an answer must echo. One above 32 octets is legal and is passed over, as RFC 9654, 2.1 allows: an
     * answer shall not be much longer than its question for the asking.
     */
    static Optional<Nonce> toEcho(@Nullable Extensions extensions) throws MalformedDerException {
        Extension extension =
                extensions == null
                        ? null
                        : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (extension == null) {
            return Optional.empty();
        }
        Nonce nonce =
                Der.interpret(
                        () ->
                                new Nonce(
                                        ASN1OctetString.getInstance(extension.getParsedValue())
                                                .getOctets()));
        return nonce.octets.length > LONGEST_ECHOED ? Optional.empty() : Optional.of(nonce);
    }

    Extensions toExtensions() {
        return new Extensions(
                new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        Der.encode(new DEROctetString(octets))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nonce that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }
}
