package org.yinxin.authority.check;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.check.StoredCertificate.Attempt;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.lint.Lint;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.Intended;
import org.yinxin.authority.profile.IntendedPair;
import org.yinxin.authority.profile.IntendedSingle;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.authority.responder.DelegatedResponderTable;
import org.yinxin.authority.unit.CertifiedUnits;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;

/**
 * Looks again at everything that is stored as issued: whether it is what was intended, signed by whom it names, whole,
 * on record, in keeping with the rules of today and the version of the profile that it was made under, and approved. Changes
 * nothing.
 *
 * <p>It finds what was put into the tables behind the authority's back, as far as whoever did it could not also sign with
 * the authority's key, write to the journal, and have a case approved.
 */
public final class CheckIssued {

    private final StoredCertificates stored;
    private final CertificationAuthorities authorities;
    private final CrossCertificates crossCertificates;
    private final DelegatedResponderTable responders;
    private final CertifiedUnits units;
    private final CertificateProfiles profiles;
    private final Lint lint;
    private final TransactionOperations transaction;

    /**
     * How much was looked at.
     *
     * @param objectedTo how many certificates there is an objection to
     */
    public record Checked(long certificates, long objectedTo) {}

    CheckIssued(
            StoredCertificates stored,
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            DelegatedResponderTable responders,
            CertifiedUnits units,
            CertificateProfiles profiles,
            Lint lint,
            TransactionOperations transaction) {
        this.stored = stored;
        this.authorities = authorities;
        this.crossCertificates = crossCertificates;
        this.responders = responders;
        this.units = units;
        this.profiles = profiles;
        this.lint = lint;
        this.transaction = transaction;
    }

    /** On the authority's own data source. */
    public static CheckIssued of(
            JdbcClient jdbc,
            CertificationAuthorities authorities,
            CertificateProfiles profiles,
            Lint lint,
            TransactionOperations transaction) {
        return new CheckIssued(
                new StoredCertificates(jdbc),
                authorities,
                new CrossCertificates(jdbc),
                new DelegatedResponderTable(jdbc),
                new CertifiedUnits(jdbc),
                profiles,
                lint,
                transaction);
    }

    /**
     * Looks at what was stored from one moment until before another, the oldest first.
     *
     * @param told each objection, as soon as it is found
     */
    public Checked check(
            Instant from, Instant until, Approvals approvals, Consumer<Objection> told) {
        AtomicLong certificates = new AtomicLong();
        AtomicLong objectedTo = new AtomicLong();
        transaction.executeWithoutResult(
                _ -> {
                    stored.forEach(
                            from,
                            until,
                            one -> {
                                certificates.incrementAndGet();
                                List<String> sentences = objections(one, approvals);
                                sentences.forEach(
                                        sentence -> told.accept(objection(one, sentence)));
                                objectedTo.addAndGet(sentences.isEmpty() ? 0 : 1);
                            });
                    stored.forEachMissing(
                            from,
                            until,
                            missing -> {
                                told.accept(missing);
                                objectedTo.incrementAndGet();
                            });
                });
        return new Checked(certificates.get(), objectedTo.get());
    }

    private static Objection objection(StoredCertificate one, String sentence) {
        return new Objection(one.authority(), one.hex(), sentence);
    }

    private List<String> objections(StoredCertificate one, Approvals approvals) {
        SignedCertificate certificate;
        try {
            certificate = SignedCertificate.parse(one.encoded());
        } catch (MalformedDerException e) {
            return List.of("is no certificate in DER");
        }
        CertificationAuthority issuer = authorities.find(one.authority()).orElseThrow();
        List<String> self = self(one, certificate, issuer);
        List<String> sentences = new ArrayList<>(self);
        if (!one.hasStatus()) {
            sentences.add("has no status: neither OCSP nor a CRL knows it");
        }
        Attempt attempt = one.attempt();
        if (attempt != null) {
            sentences.addAll(record(one, attempt));
            // Rules are for what the authority itself has signed; anybody can write anything else.
            if (self.isEmpty()) {
                sentences.addAll(
                        profiles.madeUnder(attempt.profile(), one.use())
                                .map(
                                        profile ->
                                                byProfile(
                                                        profile,
                                                        one,
                                                        attempt,
                                                        certificate.tbs(),
                                                        issuer,
                                                        approvals))
                                .orElseGet(
                                        () ->
                                                List.of(
                                                        "was made under the profile %s, which cannot be read"
                                                                .formatted(attempt.profile()))));
            }
        } else if (!isOfAnAuthority(certificate)
                && !responders.holds(certificate)
                && !units.holds(certificate)) {
            sentences.add(
                    "was never intended, and is the certificate of no authority, no responder"
                            + " and no unit");
        }
        return sentences;
    }

    private static List<String> self(
            StoredCertificate one, SignedCertificate certificate, CertificationAuthority issuer) {
        List<String> sentences = new ArrayList<>();
        byte[] serial = certificate.tbs().structure().getSerialNumber().getValue().toByteArray();
        if (!Arrays.equals(withoutSign(serial), withoutSign(one.serial()))) {
            sentences.add("bears another serial number than it is stored under");
        }
        if (!certificate.isSignedBy(issuer.verificationKey())) {
            sentences.add("is not signed by " + issuer.code());
        }
        if (!Arrays.equals(one.tbs(), certificate.tbs().encoded())) {
            sentences.add("is not what was intended to be signed");
        }
        return sentences;
    }

    private static List<String> record(StoredCertificate one, Attempt attempt) {
        List<String> sentences = new ArrayList<>();
        if (!attempt.state().equals("ISSUED")) {
            sentences.add("is there although its attempt ended as " + attempt.state());
        }
        if (one.storedAt().isBefore(attempt.createdAt())) {
            sentences.add("was stored before it was intended");
        }
        if (attempt.order() instanceof PairOrderId && !attempt.twinStored()) {
            sentences.add("is half a pair");
        }
        if (attempt.order() instanceof CertificateOrderId && !attempt.ofMachine()) {
            sentences.add("was ordered by no registered machine");
        }
        if (!attempt.inJournal()) {
            sentences.add("has no entry in the journal");
        }
        return sentences;
    }

    private List<String> byProfile(
            CertificateProfile profile,
            StoredCertificate one,
            Attempt attempt,
            TbsCertificate certificate,
            CertificationAuthority issuer,
            Approvals approvals) {
        return switch (attempt.order()) {
            case PairOrderId pair ->
                    pair(pair, profile, one, attempt, certificate, issuer, approvals);
            case CertificateOrderId single ->
                    rules(single, new IntendedSingle(profile, one.use(), certificate), issuer);
        };
    }

    // Once a pair, with its first half.
    private List<String> pair(
            PairOrderId order,
            CertificateProfile profile,
            StoredCertificate one,
            Attempt attempt,
            TbsCertificate signing,
            CertificationAuthority issuer,
            Approvals approvals) {
        if (one.use() != CertificateUse.SIGNING) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        byte[] twin = attempt.twin();
        if (twin != null) {
            try {
                sentences.addAll(
                        rules(
                                order,
                                new IntendedPair(profile, signing, TbsCertificate.parse(twin)),
                                issuer));
            } catch (MalformedDerException e) {
                sentences.add("has a twin whose intent cannot be read");
            }
        }
        Optional<String> objection =
                approvals.objection(order, signing, SaidCodes.of(signing, profile));
        objection.ifPresent(sentences::add);
        return sentences;
    }

    private List<String> rules(OrderId order, Intended intended, CertificationAuthority issuer) {
        return lint.check(order, intended, issuer).stream()
                .map(finding -> "breaks a rule: " + finding)
                .toList();
    }

    private boolean isOfAnAuthority(SignedCertificate certificate) {
        return authorities.all().stream()
                        .anyMatch(authority -> authority.certificate().equals(certificate))
                || crossCertificates.holds(certificate);
    }

    private static byte[] withoutSign(byte[] number) {
        return new BigInteger(1, number).toByteArray();
    }
}
