package org.yinxin.authority.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.responder.Responders;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.ocsp.AnsweredStatus;
import org.yinxin.pki.ocsp.AskedIssuer;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.OcspAnswer;
import org.yinxin.pki.ocsp.OcspError;
import org.yinxin.pki.ocsp.OcspRequest;
import org.yinxin.pki.ocsp.OcspResponder;

/**
 * Answers questions about statuses, each from the register as it is now and signed live.
 *
 * <p>It comes in two halves, {@link #read} and {@link #reply}, so that who has many questions at hand can look all their
 * statuses up at once. Certificates of other issuers are unknown.
 */
public final class AnswerOcsp {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOcsp.class);

    private final CertificationAuthorities authorities;
    private final StatusLookup statuses;
    private final Responders responders;
    private final Clock clock;
    private final Policy policy;
    private final Map<AuthorityCode, AskedIssuer> issuers = new ConcurrentHashMap<>();

    /**
     * What is a matter of policy.
     *
     * @param validity from an answer's thisUpdate to its nextUpdate
     */
    public record Policy(Duration validity, NeverIssued neverIssued) {

        /** What is done where nothing else is set. */
        public static final Policy USUAL = new Policy(Duration.ofHours(1), NeverIssued.UNKNOWN);
    }

    /** What came of reading a question. */
    public sealed interface Reading {

        /** It cannot be answered, which is the answer. */
        record Settled(OcspReply reply) implements Reading {}

        /**
         * It can be answered as soon as the statuses are known.
         *
         * @param asked the serials of this authority that are asked about
         */
        record Question(
                CertificationAuthority authority, OcspRequest request, List<SerialNumber> asked)
                implements Reading {}
    }

    public AnswerOcsp(
            CertificationAuthorities authorities,
            StatusLookup statuses,
            Responders responders,
            Clock clock,
            Policy policy) {
        this.authorities = authorities;
        this.statuses = statuses;
        this.responders = responders;
        this.clock = clock;
        this.policy = policy;
    }

    /** Empty for an unknown authority; an OCSP error for a malformed question, or while the key that signs is away. */
    public Optional<OcspReply> answer(AuthorityCode code, byte[] question) {
        return read(code, question)
                .map(
                        reading ->
                                switch (reading) {
                                    case Reading.Settled(OcspReply reply) -> reply;
                                    case Reading.Question asked -> replyOrLater(asked);
                                });
    }

    private OcspReply replyOrLater(Reading.Question asked) {
        try {
            return reply(asked, statuses.find(asked.authority().code(), asked.asked()));
        } catch (KeyStoreUnavailableException e) {
            LOG.warn("{}", e.getMessage());
            return OcspReply.error(OcspError.TRY_LATER);
        }
    }

    /** Reads a question; empty for an unknown authority. */
    public Optional<Reading> read(AuthorityCode code, byte[] question) {
        return authorities.find(code).map(authority -> read(authority, question));
    }

    private Reading read(CertificationAuthority authority, byte[] question) {
        OcspRequest request;
        try {
            request = OcspRequest.parse(question);
        } catch (MalformedDerException e) {
            return new Reading.Settled(OcspReply.error(OcspError.MALFORMED_REQUEST));
        }
        AskedIssuer issuer = issuer(authority);
        return new Reading.Question(
                authority,
                request,
                request.certificates().stream()
                        .filter(issuer::issued)
                        .flatMap(id -> id.serial().stream())
                        .toList());
    }

    /**
     * Signs the answer.
     *
     * @param found at least the statuses of the serials asked for
     * @throws KeyStoreUnavailableException while the key that signs is away
     */
    public OcspReply reply(Reading.Question question, Map<SerialNumber, CertificateStatus> found) {
        Optional<OcspResponder> responder = responders.of(question.authority());
        if (responder.isEmpty()) {
            return OcspReply.error(OcspError.TRY_LATER);
        }
        OcspRequest request = question.request();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AskedIssuer issuer = issuer(question.authority());
        List<OcspAnswer.Single> singles =
                request.certificates().stream()
                        .map(id -> new OcspAnswer.Single(id, status(issuer, id, found)))
                        .toList();
        byte[] answer =
                responder
                        .get()
                        .sign(
                                new OcspAnswer(
                                        singles,
                                        now,
                                        now.plus(policy.validity()),
                                        request.nonce()));
        return new OcspReply(answer, request.nonce() == null);
    }

    private AnsweredStatus status(
            AskedIssuer issuer, CertificateId id, Map<SerialNumber, CertificateStatus> found) {
        if (!issuer.issued(id)) {
            return new AnsweredStatus.Unknown();
        }
        CertificateStatus status =
                id.serial().map(found::get).orElseGet(CertificateStatus.Unknown::new);
        return switch (status) {
            case CertificateStatus.Good() -> new AnsweredStatus.Good();
            case CertificateStatus.Revoked(Instant at, RevocationReason reason) ->
                    new AnsweredStatus.Revoked(at, reason.code());
            case CertificateStatus.Held(Instant since) ->
                    new AnsweredStatus.Revoked(since, CertificateStatuses.HOLD);
            case CertificateStatus.Unknown() ->
                    policy.neverIssued() == NeverIssued.GOOD
                            ? new AnsweredStatus.Good()
                            : new AnsweredStatus.Unknown();
        };
    }

    private AskedIssuer issuer(CertificationAuthority authority) {
        return issuers.computeIfAbsent(
                authority.code(), _ -> new AskedIssuer(authority.name(), authority.publicKey()));
    }
}
