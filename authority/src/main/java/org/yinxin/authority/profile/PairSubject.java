package org.yinxin.authority.profile;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.name.SubjectName;

/** Whom and what a pair certifies: the part of it that both certificates share, and the two keys. */
public record PairSubject(
        SubjectName name,
        @Nullable String organisationCode,
        Validity validity,
        PublicKey signingKey,
        PublicKey encryptionKey) {}
