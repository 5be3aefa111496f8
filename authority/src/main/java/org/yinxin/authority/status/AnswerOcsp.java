package org.yinxin.authority.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.ocsp.AnsweredStatus;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.OcspAnswer;
import org.yinxin.pki.ocsp.OcspError;
import org.yinxin.pki.ocsp.OcspRequest;

/**
 * Answers questions about statuses, each from the register as it is now and signed live by the issuing authority.
 *
 * <p>A serial that was never issued is answered unknown and not good: a good answer for a certificate that we have no
 * record of would cover up the worst that can happen to an authority. The same for the certificates of other issuers.
 */
public final class AnswerOcsp {

    private final CertificationAuthorities authorities;
    private final CertificateStatuses statuses;
    private final AuthorityKeys keys;
    private final Clock clock;
    private final Duration validity;

    public AnswerOcsp(
            CertificationAuthorities authorities,
            CertificateStatuses statuses,
            AuthorityKeys keys,
            Clock clock,
            Duration validity) {
        this.authorities = authorities;
        this.statuses = statuses;
        this.keys = keys;
        this.clock = clock;
        this.validity = validity;
    }

    /** Empty for an unknown authority; an OCSP error for a malformed question. */
    public Optional<OcspReply> answer(AuthorityCode code, byte[] question) {
        return authorities.find(code).map(authority -> answer(authority, question));
    }

    private OcspReply answer(CertificationAuthority authority, byte[] question) {
        OcspRequest request;
        try {
            request = OcspRequest.parse(question);
        } catch (MalformedDerException e) {
            return new OcspReply(OcspError.MALFORMED_REQUEST.encoded(), false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<OcspAnswer.Single> singles =
                request.certificates().stream()
                        .map(id -> new OcspAnswer.Single(id, status(authority, id)))
                        .toList();
        byte[] answer =
                new OcspAnswer(singles, now, now.plus(validity), request.nonce())
                        .sign(
                                keys.open(authority.key(), KeyPurpose.SIGN_OCSP_ANSWERS),
                                authority.certificate());
        return new OcspReply(answer, request.nonce() == null);
    }

    private AnsweredStatus status(CertificationAuthority authority, CertificateId id) {
        if (!id.isIssuedBy(authority.name(), authority.publicKey())) {
            return new AnsweredStatus.Unknown();
        }
        CertificateStatus status =
                id.serial()
                        .map(serial -> statuses.find(authority.code(), serial))
                        .orElseGet(CertificateStatus.Unknown::new);
        return switch (status) {
            case CertificateStatus.Good() -> new AnsweredStatus.Good();
            case CertificateStatus.Revoked(Instant at, RevocationReason reason) ->
                    new AnsweredStatus.Revoked(at, reason.code());
            case CertificateStatus.Held(Instant since) ->
                    new AnsweredStatus.Revoked(since, CertificateStatuses.HOLD);
            case CertificateStatus.Unknown() -> new AnsweredStatus.Unknown();
        };
    }
}
