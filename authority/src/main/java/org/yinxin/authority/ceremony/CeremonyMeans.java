package org.yinxin.authority.ceremony;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.profile.AuthorityProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.store.journal.Journal;

/** What the ceremonies work with. */
public record CeremonyMeans(
        CertificationAuthorities authorities,
        CrossCertificates crossCertificates,
        CertificateRegister register,
        AuthorityKeys keys,
        AuthorityProfile profile,
        Journal journal,
        TransactionOperations transaction,
        SecureRandom random,
        Clock clock) {

    MakeAuthority makeAuthority() {
        return new MakeAuthority(keys, profile, random);
    }
}
