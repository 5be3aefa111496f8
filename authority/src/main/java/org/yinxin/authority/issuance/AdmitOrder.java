package org.yinxin.authority.issuance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrder;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedPair;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedSingle;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.Identifiers;
import org.yinxin.authority.profile.PairSubject;
import org.yinxin.authority.profile.SingleSubject;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SignatureVerifier;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.RequestFault;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/**
 * Decides whether an order can be attempted at all, before anything is written about it.
 *
 * <p>Refuses: an authority that is unknown or serves no subscribers; a request that is malformed, badly signed, or of a key
 * that is too small or does not fit the authority's algorithm; an encryption key of another algorithm; a validity that
 * is empty or longer than the profile allows; a subject that no profile of the authority is for; a subject, an identifier
 * or a name in the network that the profile does not allow, or wants and does not find.
 */
final class AdmitOrder {

    /** What came of it. */
    sealed interface Admission {
        record Admitted(AdmittedOrder order) implements Admission {}

        record NotAdmitted(Refused refusal) implements Admission {}
    }

    private final CertificationAuthorities authorities;
    private final CertificateProfiles profiles;
    private final SignatureVerifier verifier;

    /**
     * @param verifier of the signatures in requests
     */
    AdmitOrder(
            CertificationAuthorities authorities,
            CertificateProfiles profiles,
            SignatureVerifier verifier) {
        this.authorities = authorities;
        this.profiles = profiles;
        this.verifier = verifier;
    }

    Admission admit(PairOrder order) {
        Optional<CertificationAuthority> authority = serving(order.authority());
        if (authority.isEmpty()) {
            return unknownAuthority();
        }
        return switch (SigningRequests.parse(order.signingRequest(), verifier)) {
            case ParsedRequest.Rejected(RequestFault fault) -> refuse(fault);
            case ParsedRequest.Accepted(SigningRequest request) ->
                    admit(order, authority.get(), request);
        };
    }

    Admission admit(CertificateOrder order) {
        Optional<CertificationAuthority> authority = serving(order.authority());
        if (authority.isEmpty()) {
            return unknownAuthority();
        }
        return switch (order.request().parse(verifier)) {
            case ParsedRequest.Rejected(RequestFault fault) -> refuse(fault);
            case ParsedRequest.Accepted(SigningRequest request) ->
                    admit(order, authority.get(), request);
        };
    }

    private Optional<CertificationAuthority> serving(AuthorityCode code) {
        // The one place where a code that orders name becomes the generation that signs.
        return authorities.newestSeen(code).filter(CertificationAuthority::servesSubscribers);
    }

    private Admission admit(
            PairOrder order, CertificationAuthority authority, SigningRequest request) {
        KeyAlgorithm expected = PublicKeys.algorithmOf(authority.verificationKey());
        if (PublicKeys.algorithmOf(request.publicKey()) != expected
                || PublicKeys.algorithmOf(order.encryptionKey()) != expected) {
            return refuse(
                    IssuanceRefusal.UNSUPPORTED_KEY,
                    "this authority certifies keys of " + expected);
        }
        Optional<CertificateProfile> profile = profiles.ofPairs(authority.line(), order.kind());
        if (profile.isEmpty()) {
            return refuse(
                    IssuanceRefusal.PROFILE, profiles.none(authority.line(), order.kind(), true));
        }
        Identifiers identifiers = new Identifiers(order.organisationCode(), order.identity());
        return unfit(
                        profile.get(),
                        order.subject(),
                        identifiers,
                        List.of(),
                        order.notBefore(),
                        order.notAfter())
                .orElseGet(
                        () ->
                                new Admission.Admitted(
                                        new AdmittedPair(
                                                order.id(),
                                                authority,
                                                new PairSubject(
                                                        profile.get(),
                                                        order.subject(),
                                                        identifiers,
                                                        new Validity(
                                                                order.notBefore(),
                                                                order.notAfter()),
                                                        request.publicKey(),
                                                        order.encryptionKey()))));
    }

    private Admission admit(
            CertificateOrder order, CertificationAuthority authority, SigningRequest request) {
        KeyAlgorithm own = PublicKeys.algorithmOf(authority.verificationKey());
        if (PublicKeys.algorithmOf(request.publicKey()).isChinese() != own.isChinese()) {
            return refuse(
                    IssuanceRefusal.UNSUPPORTED_KEY,
                    "this authority certifies no keys but "
                            + (own.isChinese() ? "SM2" : "ECDSA and RSA"));
        }
        Optional<CertificateProfile> profile = profiles.ofSingles(authority.line(), order.kind());
        if (profile.isEmpty()) {
            return refuse(
                    IssuanceRefusal.PROFILE,
                    profiles.none(authority.line(), order.kind().subject(), false));
        }
        Identifiers identifiers = new Identifiers(order.organisationCode(), null);
        return unfit(
                        profile.get(),
                        order.subject(),
                        identifiers,
                        order.hostNames(),
                        order.notBefore(),
                        order.notAfter())
                .orElseGet(
                        () ->
                                new Admission.Admitted(
                                        new AdmittedSingle(
                                                order.id(),
                                                authority,
                                                new SingleSubject(
                                                        profile.get(),
                                                        order.kind(),
                                                        order.subject(),
                                                        identifiers,
                                                        order.hostNames(),
                                                        new Validity(
                                                                order.notBefore(),
                                                                order.notAfter()),
                                                        request.publicKey()))));
    }

    private static Optional<Admission> unfit(
            CertificateProfile profile,
            SubjectName subject,
            Identifiers identifiers,
            List<String> hostNames,
            Instant notBefore,
            Instant notAfter) {
        // Fractions of a second do not count, as a certificate cannot say them.
        Instant start = notBefore.truncatedTo(ChronoUnit.SECONDS);
        Instant end = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (!start.isBefore(end)) {
            return Optional.of(refuse(IssuanceRefusal.VALIDITY, "the validity is empty"));
        }
        if (profile.isTooLong(start, end)) {
            return Optional.of(
                    refuse(
                            IssuanceRefusal.VALIDITY,
                            "the profile %s allows a validity of %d months"
                                    .formatted(
                                            profile.reference().name(), profile.longestMonths())));
        }
        return profile.objection(subject, identifiers, hostNames)
                .map(sentence -> refuse(IssuanceRefusal.PROFILE, sentence));
    }

    private static Admission unknownAuthority() {
        return refuse(
                IssuanceRefusal.UNKNOWN_AUTHORITY,
                "no authority of that code certifies subscribers");
    }

    private static Admission refuse(RequestFault fault) {
        return switch (fault) {
            case MALFORMED -> refuse(IssuanceRefusal.MALFORMED_REQUEST, "the request is malformed");
            case BAD_SIGNATURE ->
                    refuse(
                            IssuanceRefusal.BAD_REQUEST_SIGNATURE,
                            "the request is not signed by the key it carries");
            case KEY_TOO_SMALL -> refuse(IssuanceRefusal.WEAK_KEY, "the key is too small");
            case UNSUPPORTED_KEY ->
                    refuse(IssuanceRefusal.UNSUPPORTED_KEY, "keys of this kind are not certified");
            case POINT_NOT_ON_CURVE ->
                    refuse(IssuanceRefusal.WEAK_KEY, "the key is no point on its curve");
        };
    }

    private static Admission refuse(IssuanceRefusal reason, String detail) {
        return new Admission.NotAdmitted(new Refused(reason, detail));
    }
}
