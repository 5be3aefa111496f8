package org.yinxin.pki.request;

import java.security.PublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SignatureVerifier;

/**
 * Reads requests of RFC 4211. The only proof of possession that counts is a signature over the request itself (RFC 4211, 4.1):
 * the other form signs a subject that the requester has proved elsewhere.
 */
final class CrmfRequests {

    private static final int MOST_BYTES = 16 * 1024;

    private CrmfRequests() {}

    static ParsedRequest parse(byte[] der, SignatureVerifier verifier) {
        try {
            CertReqMsg message = Der.read(der, MOST_BYTES, CertReqMsg::getInstance);
            return Der.interpret(() -> check(der, message, verifier));
        } catch (MalformedDerException e) {
            return new ParsedRequest.Rejected(RequestFault.MALFORMED);
        }
    }

    private static ParsedRequest check(byte[] der, CertReqMsg message, SignatureVerifier verifier) {
        CertTemplate template = message.getCertReq().getCertTemplate();
        SubjectPublicKeyInfo info = template.getPublicKey();
        if (info == null) {
            return new ParsedRequest.Rejected(RequestFault.MALFORMED);
        }
        ProofOfPossession proof = message.getPop();
        ASN1Encodable object = proof == null ? null : proof.getObject();
        try {
            PublicKey key = PublicKeys.decode(info);
            boolean good =
                    proof != null
                            && proof.getType() == ProofOfPossession.TYPE_SIGNING_KEY
                            && isSigned(message, POPOSigningKey.getInstance(object), key, verifier);
            X500Name subject = template.getSubject();
            return good
                    ? new ParsedRequest.Accepted(
                            new SigningRequest(
                                    der, key, subject == null ? new X500Name("") : subject))
                    : new ParsedRequest.Rejected(RequestFault.BAD_SIGNATURE);
        } catch (MalformedKeyException e) {
            return new ParsedRequest.Rejected(SigningRequests.faultOf(e.fault()));
        }
    }

    private static boolean isSigned(
            CertReqMsg message, POPOSigningKey proof, PublicKey key, SignatureVerifier verifier) {
        return proof.getPoposkInput() == null
                && verifier.verify(
                        key,
                        proof.getAlgorithmIdentifier(),
                        Der.encode(message.getCertReq()),
                        proof.getSignature().getOctets());
    }
}
