package org.yinxin.authority.timestamp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.profile.StampingProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Certifies a new time-stamping unit for each authority that serves subscribers and whose last unit is half over: with a
 * key of its own, so that an old one signs no more while its certificate still vouches for what it has signed.
 *
 * <p>The key is durable before anything refers to it; the certificate, its record and the journal entry follow in one
 * transaction. Cut off in between, a key file is left that nobody refers to. Of several nodes the first to commit wins.
 */
public final class CertifyStampingUnits {

    private static final String ACTOR = "system:authority";

    /** What the use case works with. */
    public record Means(
            CertificationAuthorities authorities,
            CertifiedUnits units,
            StampRecords records,
            CertificateRegister register,
            AuthorityKeys keys,
            StampingProfile profile,
            Journal journal,
            TransactionOperations transaction,
            SecureRandom random,
            Clock clock) {}

    private final Means means;
    private final Duration validity;

    public CertifyStampingUnits(Means means, Duration validity) {
        this.means = means;
        this.validity = validity;
    }

    /** Answers how many were certified. */
    public int certify() {
        int certified = 0;
        for (CertificationAuthority authority : means.authorities().all()) {
            certified +=
                    authority.servesSubscribers() && isDue(authority.code()) && certify(authority)
                            ? 1
                            : 0;
        }
        return certified;
    }

    private boolean isDue(AuthorityCode authority) {
        Instant now = means.clock().instant();
        Optional<CertifiedUnit> newest = means.units().newest(authority, now);
        return newest.isEmpty() || now.isAfter(middle(newest.get().certificate().tbs()));
    }

    private static Instant middle(TbsCertificate tbs) {
        return tbs.notBefore().plus(Duration.between(tbs.notBefore(), tbs.notAfter()).dividedBy(2));
    }

    private boolean certify(CertificationAuthority authority) {
        Instant now = means.clock().instant();
        Instant end = now.plus(validity);
        Instant last = authority.certificate().tbs().notAfter();
        if (now.isAfter(last.minus(Duration.ofDays(1)))) {
            return false; // a unit of its last day is worth no key
        }
        KeyHandle handle =
                means.keys()
                        .create(
                                authority.code().value() + "-tsa",
                                PublicKeys.algorithmOf(authority.verificationKey()));
        SigningKey key = means.keys().open(handle, KeyPurpose.SIGN_TIME_STAMPS);
        SignedCertificate certificate =
                sign(authority, key, new Validity(now, end.isBefore(last) ? end : last));
        CertifiedUnit unit = new CertifiedUnit(authority.code(), certificate, handle);
        return Boolean.TRUE.equals(means.transaction().execute(_ -> store(unit, now)));
    }

    private SignedCertificate sign(
            CertificationAuthority authority, SigningKey unit, Validity validity) {
        SigningKey key = means.keys().open(authority.key(), KeyPurpose.SIGN_CERTIFICATES);
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(unit.publicKey().getEncoded());
        SignedCertificate certificate =
                SignedCertificate.sign(
                        TbsCertificate.of(
                                new CertificateContent(
                                        authority.name(),
                                        SerialNumber.random(means.random()),
                                        validity,
                                        StampingProfile.subject(authority.name()),
                                        info,
                                        key.signatureAlgorithm(),
                                        means.profile().extensions(info, authority))),
                        key);
        if (!certificate.isSignedBy(authority.verificationKey())) {
            throw new IllegalStateException(authority.code() + " signs what it cannot verify");
        }
        return certificate;
    }

    private boolean store(CertifiedUnit unit, Instant now) {
        AuthorityCode authority = unit.authority();
        means.units().lock(authority);
        if (!isDue(authority)) {
            return false;
        }
        means.register().insertStampingUnit(authority, unit.certificate(), now);
        means.units().insert(unit);
        means.records().begin(authority);
        means.journal()
                .record(
                        new JournalEntry(
                                now,
                                ACTOR,
                                "stamping-unit.certified",
                                "authority:" + authority,
                                Map.of(
                                        "serial",
                                        unit.certificate().tbs().serial().hex(),
                                        "key",
                                        unit.key().value())));
        return true;
    }
}
