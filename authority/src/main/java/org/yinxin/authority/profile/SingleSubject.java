package org.yinxin.authority.profile;

import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.CertificateKind;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.name.SubjectName;

/** Whom and what a certificate that comes alone certifies. */
public record SingleSubject(
        CertificateKind kind,
        SubjectName name,
        @Nullable String organisationCode,
        List<String> hostNames,
        Validity validity,
        PublicKey key) {}
