package org.yinxin.pki.crl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

/**
 * A CRL that was signed now, never whole in memory: what stands before the entries, the entries wherever they are, and what
 * stands after them.
 *
 * <p>DER says how long something is before it says what it is, so the entries have to be there, and counted, before the
 * first octet is hashed. They are read twice: once to sign, and once for each copy that is written.
 */
public final class StreamedCrl {

    private static final int SEQUENCE = 0x30;

    private final byte[] start;
    private final byte[] beforeEntries;
    private final EncodedEntries entries;
    private final byte[] extensions;
    private final byte[] end;
    private final AlgorithmIdentifier algorithm;
    private final byte[] signature;

    private StreamedCrl(
            byte[] beforeEntries,
            EncodedEntries entries,
            byte[] extensions,
            AlgorithmIdentifier algorithm,
            byte[] signature) {
        this.beforeEntries = beforeEntries;
        this.entries = entries;
        this.extensions = extensions;
        this.algorithm = algorithm;
        this.signature = signature;
        this.end = joined(Der.encode(algorithm), Der.encode(new DERBitString(signature)));
        this.start = Der.header(SEQUENCE, signedOctets() + end.length);
    }

    public static StreamedCrl sign(CrlHead head, EncodedEntries entries, SigningKey key)
            throws IOException {
        AlgorithmIdentifier algorithm = key.signatureAlgorithm();
        byte[] opening =
                joined(
                        Der.encode(new ASN1Integer(1)), // version 2
                        Der.encode(algorithm),
                        Der.encode(head.issuer()),
                        head.thisUpdateEncoded(),
                        head.nextUpdateEncoded());
        // RFC 5280, 5.1.2.6: without entries the list of them is absent, not empty.
        byte[] list = entries.octets() == 0 ? new byte[0] : Der.header(SEQUENCE, entries.octets());
        byte[] extensions = head.extensions();
        byte[] beforeEntries =
                joined(
                        Der.header(
                                SEQUENCE,
                                opening.length
                                        + list.length
                                        + entries.octets()
                                        + extensions.length),
                        opening,
                        list);
        byte[] signature;
        try (InputStream signed = signed(beforeEntries, entries, extensions)) {
            signature = key.sign(signed);
        }
        return new StreamedCrl(beforeEntries, entries, extensions, algorithm, signature);
    }

    /** How long it is, encoded. */
    public long octets() {
        return start.length + signedOctets() + end.length;
    }

    /** Writes DER, and leaves the stream open. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(start);
        try (InputStream signed = signed(beforeEntries, entries, extensions)) {
            signed.transferTo(out);
        }
        out.write(end);
    }

    /** Reads all of it once more. */
    public boolean isSignedBy(PublicKey issuer) throws IOException {
        try (InputStream signed = signed(beforeEntries, entries, extensions)) {
            return Signatures.verify(issuer, algorithm, signed, signature);
        }
    }

    private long signedOctets() {
        return beforeEntries.length + entries.octets() + extensions.length;
    }

    private static InputStream signed(byte[] before, EncodedEntries entries, byte[] after)
            throws IOException {
        return new SequenceInputStream(
                Collections.enumeration(
                        List.of(
                                new ByteArrayInputStream(before),
                                entries.open(),
                                new ByteArrayInputStream(after))));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
