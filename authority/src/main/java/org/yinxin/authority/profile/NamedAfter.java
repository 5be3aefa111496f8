package org.yinxin.authority.profile;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Names of those who do something for an authority. */
final class NamedAfter {

    private NamedAfter() {}

    /** The authority's own name, but that its common name says what this one does. */
    static X500Name authority(X500Name authority, String does) {
        RDN[] parts = authority.getRDNs();
        for (int i = 0; i < parts.length; i++) {
            ASN1Encodable value = parts[i].getFirst().getValue();
            if (parts[i].getFirst().getType().equals(BCStyle.CN)) {
                parts[i] = new RDN(BCStyle.CN, new DERUTF8String(value + " " + does));
            }
        }
        return new X500Name(parts);
    }
}
