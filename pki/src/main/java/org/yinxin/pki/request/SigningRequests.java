package org.yinxin.pki.request;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.key.KeyFault;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SignatureVerifier;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.name.SubjectName;

/** Makes and reads certification requests. */
public final class SigningRequests {

    /** A request for RSA-4096 with a long name has about 1,500 bytes. */
    private static final int MOST_BYTES = 16 * 1024;

    private SigningRequests() {}

    /** Reads DER, PEM, or the bare Base64 that key media controls hand out; answers for any input whatever. */
    public static ParsedRequest parse(byte[] pemOrDer) {
        return parse(pemOrDer, Signatures::verify);
    }

    /** The same with a verifier of one's own for the request's signature. */
    public static ParsedRequest parse(byte[] pemOrDer, SignatureVerifier verifier) {
        byte[] der = pemOrDer.length > 2 * MOST_BYTES ? null : Pem.derOf(pemOrDer);
        if (der == null || der.length > MOST_BYTES) {
            return new ParsedRequest.Rejected(RequestFault.MALFORMED);
        }
        CertificationRequest request = structureOf(der);
        if (request == null) {
            return new ParsedRequest.Rejected(RequestFault.MALFORMED);
        }
        return check(der, request, verifier);
    }

    private static @Nullable CertificationRequest structureOf(byte[] der) {
        try {
            CertificationRequest request =
                    CertificationRequest.getInstance(ASN1Primitive.fromByteArray(der));
            // Only DER: the signature is over bytes, and they must be these bytes.
            boolean canonical =
                    request != null && Arrays.equals(request.getEncoded(ASN1Encoding.DER), der);
            return canonical && request.getSignature().getPadBits() == 0 ? request : null;
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException
                | ArithmeticException e) {
            return null;
        }
    }

    private static ParsedRequest check(
            byte[] der, CertificationRequest request, SignatureVerifier verifier) {
        CertificationRequestInfo content = request.getCertificationRequestInfo();
        try {
            PublicKey key = PublicKeys.decode(content.getSubjectPublicKeyInfo());
            boolean good =
                    verifier.verify(
                            key,
                            request.getSignatureAlgorithm(),
                            content.getEncoded(ASN1Encoding.DER),
                            request.getSignature().getOctets());
            return good
                    ? new ParsedRequest.Accepted(new SigningRequest(der, key, content.getSubject()))
                    : new ParsedRequest.Rejected(RequestFault.BAD_SIGNATURE);
        } catch (MalformedKeyException e) {
            return new ParsedRequest.Rejected(faultOf(e.fault()));
        } catch (IOException e) {
            return new ParsedRequest.Rejected(RequestFault.MALFORMED);
        }
    }

    static RequestFault faultOf(KeyFault fault) {
        return switch (fault) {
            case MALFORMED -> RequestFault.MALFORMED;
            case UNSUPPORTED -> RequestFault.UNSUPPORTED_KEY;
            case TOO_SMALL -> RequestFault.KEY_TOO_SMALL;
            case POINT_NOT_ON_CURVE -> RequestFault.POINT_NOT_ON_CURVE;
        };
    }

    /** Makes a request in DER, without attributes. */
    public static byte[] build(SigningKey key, SubjectName subject) {
        try {
            CertificationRequestInfo content =
                    new CertificationRequestInfo(
                            subject.toX500Name(),
                            SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded()),
                            new DERSet());
            byte[] signature = key.sign(content.getEncoded(ASN1Encoding.DER));
            return new CertificationRequest(
                            content, key.signatureAlgorithm(), new DERBitString(signature))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
    }

    public static String toPem(byte[] der) {
        return Pem.encode("CERTIFICATE REQUEST", der);
    }
}
