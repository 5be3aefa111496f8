package org.yinxin.pki.certificate;

import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.Certificate;
import org.yinxin.pki.der.Der;

/** Certificates in an envelope that nobody has signed: the certs-only message of CMS (RFC 5652; RFC 8551, 3.8). */
public final class CertsOnly {

    private CertsOnly() {}

    /** Packs certificates in DER; their order is lost, as they become a set. */
    public static byte[] of(List<byte[]> certificates) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        certificates.forEach(each -> all.add(Certificate.getInstance(each)));
        SignedData nothingSigned =
                new SignedData(
                        new DERSet(),
                        new ContentInfo(CMSObjectIdentifiers.data, null),
                        new DERSet(all),
                        null,
                        new DERSet());
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.signedData, nothingSigned));
    }
}
