package org.yinxin.authority.unit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CertifyOwnKey;
import org.yinxin.authority.hierarchy.RenewalMoment;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.profile.UnitProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Certifies a new unit for each task of the newest generation of each authority that serves subscribers and whose last unit is half over: with a
 * key of its own, so that an old one signs no more while its certificate still vouches for what it has signed.
 *
 * <p>The key is durable before anything refers to it; the certificate, its record and the journal entry follow in one
 * transaction. Cut off in between, a key file is left that nobody refers to. Of several nodes the first to commit wins.
 */
public final class CertifyUnits {

    /** An answer to a machine is looked at when it comes and never again. */
    static final Duration USUAL_ENROLMENT = Duration.ofDays(2 * 365);

    /** With six years each stamp can be checked for three at least by a certificate that is still valid. */
    public static final Map<UnitTask, Duration> USUAL_VALIDITY =
            Map.of(
                    UnitTask.TIME_STAMPING,
                    Duration.ofDays(6 * 365),
                    UnitTask.ENROLMENT,
                    USUAL_ENROLMENT);

    private static final Duration LEAST = Duration.ofDays(2);
    private static final String ACTOR = "system:authority";

    /** What the use case works with. */
    public record Means(
            CertificationAuthorities authorities,
            CertifiedUnits units,
            CertificateRegister register,
            AuthorityKeys keys,
            UnitProfile profile,
            Journal journal,
            TransactionOperations transaction,
            SecureRandom random,
            Clock clock) {}

    private final Means means;
    private final Map<UnitTask, Duration> validities;

    /**
     * With a validity for each task.
     *
     * @throws IllegalArgumentException when one is shorter than it takes to notice that nothing follows
     */
    public CertifyUnits(Means means, Map<UnitTask, Duration> validities) {
        this.means = means;
        this.validities = Map.copyOf(validities);
        if (validities.values().stream().anyMatch(each -> each.compareTo(LEAST) < 0)) {
            throw new IllegalArgumentException("a unit is valid for P2D at least");
        }
    }

    /**
     * Answers how many were certified.
     *
     * @throws KeyStoreUnavailableException when a key of some could not be had or made; the others are certified all the same
     */
    public int certify() {
        int certified = 0;
        @Nullable KeyStoreUnavailableException failed = null;
        for (CertificationAuthority authority : means.authorities().all()) {
            for (UnitTask task : UnitTask.values()) {
                try {
                    boolean due = isWanted(authority, task) && isDue(authority.code(), task);
                    certified += due && certify(authority, task) ? 1 : 0;
                } catch (KeyStoreUnavailableException e) {
                    failed = e;
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
        return certified;
    }

    /** Whoever is retired stamps no more in the end, but still answers machines that revoke. */
    private boolean isWanted(CertificationAuthority authority, UnitTask task) {
        return authority.servesSubscribers()
                && switch (means.authorities().standing(authority)) {
                    case Standing.Issuing() -> true;
                    case Standing.Superseded _ -> false;
                    case Standing.Retired _ -> task == UnitTask.ENROLMENT;
                };
    }

    private boolean isDue(AuthorityCode authority, UnitTask task) {
        Instant now = means.clock().instant();
        Optional<CertifiedUnit> newest = means.units().newest(authority, task, now);
        return newest.isEmpty() || RenewalMoment.isOver(newest.get().certificate(), now);
    }

    private boolean certify(CertificationAuthority authority, UnitTask task) {
        Instant now = means.clock().instant();
        Instant end = now.plus(Objects.requireNonNull(validities.get(task)));
        Instant last = authority.certificate().tbs().notAfter();
        if (now.isAfter(last.minus(Duration.ofDays(1)))) {
            return false; // a unit of its last day is worth no key
        }
        // A device has few keys: none is taken while there is nobody to certify it.
        means.keys().open(authority.key(), KeyPurpose.SIGN_CERTIFICATES);
        KeyHandle handle =
                means.keys()
                        .create(
                                authority.code().value() + "-" + task.label(),
                                PublicKeys.algorithmOf(authority.verificationKey()));
        SigningKey key = means.keys().open(handle, task.purpose());
        SignedCertificate certificate =
                sign(authority, task, key, new Validity(now, end.isBefore(last) ? end : last));
        CertifiedUnit unit = new CertifiedUnit(authority.code(), task, certificate, handle);
        return Boolean.TRUE.equals(means.transaction().execute(_ -> store(unit, now)));
    }

    private SignedCertificate sign(
            CertificationAuthority authority, UnitTask task, SigningKey unit, Validity validity) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(unit.publicKey().getEncoded());
        return new CertifyOwnKey(means.keys(), means.random())
                .certify(
                        authority,
                        new CertifyOwnKey.Content(
                                UnitProfile.subject(
                                        authority.name(), task.label().toUpperCase(Locale.ROOT)),
                                info,
                                validity,
                                means.profile().extensions(info, authority, task.use())));
    }

    private boolean store(CertifiedUnit unit, Instant now) {
        AuthorityCode authority = unit.authority();
        means.authorities().lock(authority);
        if (!isDue(authority, unit.task())) {
            return false;
        }
        means.register().insertUnit(authority, unit.certificate(), unit.task().use(), now);
        means.units().insert(unit);
        means.journal()
                .record(
                        new JournalEntry(
                                now,
                                ACTOR,
                                "unit.certified",
                                "authority:" + authority,
                                Map.of(
                                        "task",
                                        unit.task().name(),
                                        "serial",
                                        unit.certificate().tbs().serial().hex(),
                                        "key",
                                        unit.key().value())));
        return true;
    }
}
