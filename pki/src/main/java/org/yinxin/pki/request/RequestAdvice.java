package org.yinxin.pki.request;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.KeyAlgorithm;

/** Tells a machine what a request should look like (RFC 7030, 4.5.2). */
public final class RequestAdvice {

    private RequestAdvice() {}

    /** CsrAttrs in DER: the kind of key, and how the request is signed with it. */
    public static byte[] of(KeyAlgorithm algorithm) {
        ASN1ObjectIdentifier curve = algorithm.curve();
        ASN1EncodableVector advice = new ASN1EncodableVector();
        advice.add(
                curve == null
                        ? new Attribute(
                                PKCSObjectIdentifiers.rsaEncryption,
                                new DERSet(new ASN1Integer(algorithm.bits())))
                        : new Attribute(X9ObjectIdentifiers.id_ecPublicKey, new DERSet(curve)));
        advice.add(algorithm.signatureAlgorithm().getAlgorithm());
        return Der.encode(new DERSequence(advice));
    }
}
