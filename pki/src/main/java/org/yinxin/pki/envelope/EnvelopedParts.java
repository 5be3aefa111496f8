package org.yinxin.pki.envelope;

import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.oid.ChineseOids;

/**
 * What matters of a SignedAndEnvelopedData (GB/T 35275): {@code SEQUENCE { version, recipientInfos SET, digestAlgorithms SET,
 * encryptedContentInfo, certificates [0] OPTIONAL, signerInfos SET }}.
 *
 * @param encryptedKey SM2Cipher of the symmetric key, DER
 * @param cipher by which the content is encrypted
 * @param content the private key, encrypted
 * @param signer issuer and serial number of the signer's certificate, DER
 * @param signature over the private key in clear
 */
@SuppressWarnings("ArrayRecordComponent") // parts are never compared
record EnvelopedParts(
        AlgorithmIdentifier keyCipher,
        byte[] encryptedKey,
        AlgorithmIdentifier digest,
        AlgorithmIdentifier cipher,
        byte[] content,
        byte[] signer,
        AlgorithmIdentifier signerDigest,
        AlgorithmIdentifier signatureAlgorithm,
        byte[] signature) {

    /** Enough for a message with a chain of certificates. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final int VERSION = 1;
    private static final byte IMPLICIT_OCTETS = (byte) 0x80;

    /** A key of 32 or 64 octets, with or without a block of padding. */
    private static final Set<Integer> CONTENT_BYTES = Set.of(32, 48, 64, 80);

    static EnvelopedParts read(byte[] der) throws MalformedDerException, EnvelopeException {
        ASN1Sequence message = Der.readStrictly(der, MOST_BYTES, ASN1Sequence::getInstance);
        EnvelopedParts parts = Der.interpret(() -> parts(data(message)));
        parts.checkSupported();
        return parts;
    }

    private static ASN1Sequence data(ASN1Sequence message) throws MalformedDerException {
        expect(message.size() == 2);
        expect(message.getObjectAt(0).equals(ChineseOids.SIGNED_AND_ENVELOPED_DATA));
        ASN1TaggedObject content = ASN1TaggedObject.getInstance(message.getObjectAt(1));
        expect(content.hasContextTag(0));
        return ASN1Sequence.getInstance(content, true);
    }

    private static EnvelopedParts parts(ASN1Sequence data) throws MalformedDerException {
        expect(data.size() == 5 || data.size() == 6);
        if (data.size() == 6) {
            // The certificates; lists of revoked ones are not sent with a key.
            expect(ASN1TaggedObject.getInstance(data.getObjectAt(4)).hasContextTag(0));
        }
        expectVersion(data.getObjectAt(0));
        ASN1Sequence recipient = only(data.getObjectAt(1), 4);
        ASN1Sequence content = ASN1Sequence.getInstance(data.getObjectAt(3));
        expect(content.size() == 3);
        expect(content.getObjectAt(0).equals(ChineseOids.DATA));
        // Attributes would change what is signed, and this type of the syntax has no use for them.
        ASN1Sequence signer = only(data.getObjectAt(data.size() - 1), 5);
        expectVersion(recipient.getObjectAt(0));
        expectVersion(signer.getObjectAt(0));
        IssuerAndSerialNumber.getInstance(recipient.getObjectAt(1));
        return new EnvelopedParts(
                AlgorithmIdentifier.getInstance(recipient.getObjectAt(2)),
                octets(recipient.getObjectAt(3)),
                AlgorithmIdentifier.getInstance(only(data.getObjectAt(2))),
                AlgorithmIdentifier.getInstance(content.getObjectAt(1)),
                encrypted(ASN1TaggedObject.getInstance(content.getObjectAt(2))),
                Der.encode(IssuerAndSerialNumber.getInstance(signer.getObjectAt(1))),
                AlgorithmIdentifier.getInstance(signer.getObjectAt(2)),
                AlgorithmIdentifier.getInstance(signer.getObjectAt(3)),
                octets(signer.getObjectAt(4)));
    }

    private static ASN1Encodable only(ASN1Encodable set) throws MalformedDerException {
        ASN1Set elements = ASN1Set.getInstance(set);
        expect(elements.size() == 1);
        return elements.getObjectAt(0);
    }

    private static ASN1Sequence only(ASN1Encodable set, int parts) throws MalformedDerException {
        ASN1Sequence element = ASN1Sequence.getInstance(only(set));
        expect(element.size() == parts);
        return element;
    }

    private static byte[] octets(ASN1Encodable string) {
        return ASN1OctetString.getInstance(string).getOctets();
    }

    private static byte[] encrypted(ASN1TaggedObject content) throws MalformedDerException {
        expect(Der.encode(content)[0] == IMPLICIT_OCTETS);
        byte[] encrypted = ASN1OctetString.getInstance(content, false).getOctets();
        expect(CONTENT_BYTES.contains(encrypted.length));
        return encrypted;
    }

    private static void expectVersion(ASN1Encodable version) throws MalformedDerException {
        expect(ASN1Integer.getInstance(version).hasValue(VERSION));
    }

    private static void expect(boolean fulfilled) throws MalformedDerException {
        if (!fulfilled) {
            throw new MalformedDerException("not an envelope for one key by one signer");
        }
    }

    private void checkSupported() throws EnvelopeException {
        boolean chained = cipher.getAlgorithm().equals(ChineseOids.SM4_CBC);
        if (!is(keyCipher, ChineseOids.SM2_ENCRYPT)
                || !is(digest, ChineseOids.SM3)
                || !is(signerDigest, ChineseOids.SM3)
                // Some makers name the digest here a second time.
                || !(is(signatureAlgorithm, ChineseOids.SM2_SIGN)
                        || is(signatureAlgorithm, ChineseOids.SM3_WITH_SM2))
                || !(chained || is(cipher, ChineseOids.SM4_ECB) || is(cipher, ChineseOids.SM4))) {
            throw new EnvelopeException(EnvelopeFault.UNSUPPORTED_CIPHER);
        }
        if (chained
                && !(cipher.getParameters() instanceof ASN1OctetString vector
                        && vector.getOctets().length == Sm4Blocks.BLOCK_BYTES)) {
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
    }

    private static boolean is(AlgorithmIdentifier algorithm, ASN1ObjectIdentifier expected) {
        return algorithm.getAlgorithm().equals(expected)
                && (algorithm.getParameters() == null
                        || algorithm.getParameters() instanceof ASN1Null);
    }

    /** The content in clear, padding and all; the caller wipes it. */
    byte[] decrypt(byte[] symmetricKey) {
        return cipher.getParameters() instanceof ASN1OctetString vector
                ? Sm4Blocks.decryptChained(symmetricKey, vector.getOctets(), content)
                : Sm4Blocks.apply(false, symmetricKey, content);
    }
}
