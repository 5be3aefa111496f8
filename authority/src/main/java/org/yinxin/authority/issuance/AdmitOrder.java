package org.yinxin.authority.issuance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrder;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedPair;
import org.yinxin.authority.issuance.AdmittedOrder.AdmittedSingle;
import org.yinxin.authority.profile.PairSubject;
import org.yinxin.authority.profile.SingleSubject;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.RequestFault;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/**
 * Decides whether an order can be attempted at all, before anything is written about it.
 *
 * <p>Refuses: an authority that is unknown or serves no subscribers; a request that is malformed, badly signed, or of a key
 * that is too small or does not fit the authority's algorithm; an encryption key of another algorithm; a validity that
 * is empty or reaches beyond the authority's; an organisation code that cannot be written.
 */
final class AdmitOrder {

    /** What came of it. */
    sealed interface Admission {
        record Admitted(AdmittedOrder order) implements Admission {}

        record NotAdmitted(Refused refusal) implements Admission {}
    }

    private final CertificationAuthorities authorities;

    AdmitOrder(CertificationAuthorities authorities) {
        this.authorities = authorities;
    }

    Admission admit(PairOrder order) {
        Optional<CertificationAuthority> authority = serving(order.authority());
        if (authority.isEmpty()) {
            return unknownAuthority();
        }
        return switch (SigningRequests.parse(order.signingRequest())) {
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
        return switch (order.request().parse()) {
            case ParsedRequest.Rejected(RequestFault fault) -> refuse(fault);
            case ParsedRequest.Accepted(SigningRequest request) ->
                    admit(order, authority.get(), request);
        };
    }

    private Optional<CertificationAuthority> serving(AuthorityCode code) {
        // The one place where a code that orders name becomes the generation that signs.
        return authorities.newestSeen(code).filter(CertificationAuthority::servesSubscribers);
    }

    private static Admission admit(
            PairOrder order, CertificationAuthority authority, SigningRequest request) {
        KeyAlgorithm expected = PublicKeys.algorithmOf(authority.verificationKey());
        if (PublicKeys.algorithmOf(request.publicKey()) != expected
                || PublicKeys.algorithmOf(order.encryptionKey()) != expected) {
            return refuse(
                    IssuanceRefusal.UNSUPPORTED_KEY,
                    "this authority certifies keys of " + expected);
        }
        Refused refusal = unwritable(order.notBefore(), order.notAfter(), order.organisationCode());
        if (refusal != null) {
            return new Admission.NotAdmitted(refusal);
        }
        return new Admission.Admitted(
                new AdmittedPair(
                        order.id(),
                        authority,
                        new PairSubject(
                                order.subject(),
                                order.organisationCode(),
                                new Validity(order.notBefore(), order.notAfter()),
                                request.publicKey(),
                                order.encryptionKey())));
    }

    private static Admission admit(
            CertificateOrder order, CertificationAuthority authority, SigningRequest request) {
        KeyAlgorithm own = PublicKeys.algorithmOf(authority.verificationKey());
        if (PublicKeys.algorithmOf(request.publicKey()).isChinese() != own.isChinese()) {
            return refuse(
                    IssuanceRefusal.UNSUPPORTED_KEY,
                    "this authority certifies no keys but "
                            + (own.isChinese() ? "SM2" : "ECDSA and RSA"));
        }
        Refused refusal = unwritable(order.notBefore(), order.notAfter(), order.organisationCode());
        if (refusal != null) {
            return new Admission.NotAdmitted(refusal);
        }
        return new Admission.Admitted(
                new AdmittedSingle(
                        order.id(),
                        authority,
                        new SingleSubject(
                                order.kind(),
                                order.subject(),
                                order.organisationCode(),
                                order.hostNames(),
                                new Validity(order.notBefore(), order.notAfter()),
                                request.publicKey())));
    }

    private static @Nullable Refused unwritable(
            Instant notBefore, Instant notAfter, @Nullable String organisationCode) {
        // Fractions of a second do not count, as a certificate cannot say them.
        Instant start = notBefore.truncatedTo(ChronoUnit.SECONDS);
        if (!start.isBefore(notAfter.truncatedTo(ChronoUnit.SECONDS))) {
            return new Refused(IssuanceRefusal.VALIDITY, "the validity is empty");
        }
        return organisationCode == null || isWritable(organisationCode)
                ? null
                : new Refused(
                        IssuanceRefusal.LINT, "the organisation code cannot be a PrintableString");
    }

    private static boolean isWritable(String organisationCode) {
        try {
            RegistrationExtension.ORGANIZATION_CODE.of(organisationCode);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
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
