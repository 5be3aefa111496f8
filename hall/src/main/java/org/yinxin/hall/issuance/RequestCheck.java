package org.yinxin.hall.issuance;

import org.yinxin.hall.outcome.Outcome;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.RequestFault;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/** Whether a signing request is good enough to begin an order with; the authority looks again on its own. */
final class RequestCheck {

    private RequestCheck() {}

    static Outcome<SigningRequest> check(byte[] pemOrDer) {
        return switch (SigningRequests.parse(pemOrDer)) {
            case ParsedRequest.Accepted(SigningRequest request) ->
                    PublicKeys.algorithmOf(request.publicKey()) == KeyAlgorithm.SM2
                            ? Outcome.done(request)
                            : Outcome.refused(IssuanceError.KEY_UNSUPPORTED);
            case ParsedRequest.Rejected(RequestFault fault) -> Outcome.refused(errorOf(fault));
        };
    }

    private static IssuanceError errorOf(RequestFault fault) {
        return switch (fault) {
            case MALFORMED -> IssuanceError.REQUEST_MALFORMED;
            case BAD_SIGNATURE -> IssuanceError.REQUEST_SIGNATURE;
            case KEY_TOO_SMALL -> IssuanceError.KEY_WEAK;
            case UNSUPPORTED_KEY, POINT_NOT_ON_CURVE -> IssuanceError.KEY_UNSUPPORTED;
        };
    }
}
