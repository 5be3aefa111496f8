package org.yinxin.authority.profile;

import java.security.PublicKey;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.name.SubjectName;

/** Whom and what a pair certifies, and how: the part of it that both certificates share, and the two keys. */
public record PairSubject(
        CertificateProfile profile,
        SubjectName name,
        Identifiers identifiers,
        Validity validity,
        PublicKey signingKey,
        PublicKey encryptionKey) {}
