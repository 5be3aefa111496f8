package org.yinxin.authority.profile;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;

/** Certificates of those who sign OCSP answers for an authority (RFC 6960, 4.2.2.2). */
public final class ResponderProfile {

    private ResponderProfile() {}

    /** The authority's own name, but that its common name says what this one does. */
    public static X500Name subject(X500Name authority) {
        RDN[] parts = authority.getRDNs();
        for (int i = 0; i < parts.length; i++) {
            ASN1Encodable value = parts[i].getFirst().getValue();
            if (parts[i].getFirst().getType().equals(BCStyle.CN)) {
                parts[i] = new RDN(BCStyle.CN, new DERUTF8String(value + " OCSP"));
            }
        }
        return new X500Name(parts);
    }

    /** Signs OCSP answers and nothing else, and nobody asks about its own status: its life is short instead. */
    public static Extensions extensions(SubjectPublicKeyInfo key, SubjectPublicKeyInfo authority) {
        return new ExtensionList()
                .keyUsage(KeyUsages.RESPONDER)
                .signsOcspAnswers()
                .subjectKey(key)
                .authorityKey(authority)
                .toExtensions();
    }
}
