package org.yinxin.authority.outside;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.outside.OutsideSettings.SigningForm;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.RequestFault;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/**
 * Decides whether an order can be asked for at all, before anything is written about it.
 *
 * <p>Refuses: a code that is not set up; a request that is malformed, badly signed, or of a key that is too weak or of no kind
 * that is used here; an encryption key of another kind; an empty validity; an organisation code that cannot be written; a
 * request by {@code p10cr} alone that names another subject than the approved one.
 */
final class AdmitPair {

    /** What came of it. */
    sealed interface Admission {
        record Admitted(AdmittedPair order) implements Admission {}

        record NotAdmitted(Refused refusal) implements Admission {}
    }

    private final OutsideLines lines;

    AdmitPair(OutsideLines lines) {
        this.lines = lines;
    }

    Admission admit(PairOrder order) {
        if (lines.settings(order.authority()).isEmpty()) {
            return refuse(
                    IssuanceRefusal.UNKNOWN_AUTHORITY,
                    "no outside authority of that code is set up");
        }
        return switch (SigningRequests.parse(order.signingRequest())) {
            case ParsedRequest.Rejected(RequestFault fault) -> refuse(fault);
            case ParsedRequest.Accepted(SigningRequest request) -> admit(order, request);
        };
    }

    private Admission admit(PairOrder order, SigningRequest request) {
        KeyAlgorithm signing = PublicKeys.algorithmOf(request.publicKey());
        if (PublicKeys.algorithmOf(order.encryptionKey()) != signing) {
            return refuse(
                    IssuanceRefusal.UNSUPPORTED_KEY, "the two keys of a pair are of one kind");
        }
        Instant start = order.notBefore().truncatedTo(ChronoUnit.SECONDS);
        if (!start.isBefore(order.notAfter().truncatedTo(ChronoUnit.SECONDS))) {
            return refuse(IssuanceRefusal.VALIDITY, "the validity is empty");
        }
        if (!isWritable(order)) {
            return refuse(
                    IssuanceRefusal.LINT, "the organisation code cannot be a PrintableString");
        }
        SigningForm form = lines.settings(order.authority()).orElseThrow().forms().signing();
        if (form == SigningForm.P10CR && !request.subject().equals(order.subject().toX500Name())) {
            return refuse(
                    IssuanceRefusal.LINT,
                    "the request names another subject than the approved one, and signing-request is"
                            + " p10cr; set it to auto or cr");
        }
        return new Admission.Admitted(
                new AdmittedPair(
                        order.id(),
                        order.authority(),
                        order.subject(),
                        order.organisationCode(),
                        new Validity(order.notBefore(), order.notAfter()),
                        request,
                        order.encryptionKey()));
    }

    private static boolean isWritable(PairOrder order) {
        try {
            if (order.organisationCode() != null) {
                RegistrationExtension.ORGANIZATION_CODE.of(order.organisationCode());
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
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
                    refuse(IssuanceRefusal.UNSUPPORTED_KEY, "keys of this kind are not asked for");
            case POINT_NOT_ON_CURVE ->
                    refuse(IssuanceRefusal.WEAK_KEY, "the key is no point on its curve");
        };
    }

    private static Admission refuse(IssuanceRefusal reason, String detail) {
        return new Admission.NotAdmitted(new Refused(reason, detail));
    }
}
