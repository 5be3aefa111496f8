package org.yinxin.authority.profile;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;

/** Certificates of those who sign OCSP answers for an authority (RFC 6960, 4.2.2.2). */
public final class ResponderProfile {

    private ResponderProfile() {}

    public static X500Name subject(X500Name authority) {
        return NamedAfter.authority(authority, "OCSP");
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
