package org.yinxin.authority.profile;

import java.security.PublicKey;
import java.util.List;
import org.yinxin.authority.CertificateKind;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.name.SubjectName;

/** Whom and what a certificate that comes alone certifies, and how. */
public record SingleSubject(
        CertificateProfile profile,
        CertificateKind kind,
        SubjectName name,
        Identifiers identifiers,
        List<String> hostNames,
        Validity validity,
        PublicKey key) {}
