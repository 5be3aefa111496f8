package org.yinxin.hall.issuance;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.custody.WrappingKeyAwayException;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequest;

/**
 * Has a pair of certificates issued. The order is committed first; then, outside of any transaction of the hall, the key
 * management centre makes the encryption key, the authority issues, the key management centre seals the key for the
 * subscriber; then all of it is written down. Each of them is asked with the order's id and answers the same when asked
 * again, so an order that was cut off anywhere is gone on with by asking for it once more, and a pair is never issued twice.
 *
 * <p>Refusals: {@link IssuanceError#NO_SUCH_ORDER} for anybody but the holder and producers; {@link
 * IssuanceError#REQUEST_MALFORMED}, {@link IssuanceError#REQUEST_SIGNATURE}, {@link IssuanceError#KEY_WEAK}, {@link
 * IssuanceError#KEY_UNSUPPORTED} for the signing request; {@link IssuanceError#SUBJECT_UNFIT}; {@link
 * IssuanceError#ANOTHER_REQUEST} and {@link IssuanceError#ANOTHER_ORDER} when the id or the case was begun with something
 * else; {@link IssuanceError#KEY_ALREADY_CERTIFIED}, {@link IssuanceError#AUTHORITY_REFUSED}, {@link
 * IssuanceError#IN_PROGRESS} and {@link IssuanceError#AUTHORITY_AWAY} from the authority; after the last two the order stays open.
 */
@Component
public class IssueCertificatePair {

    private static final Logger LOG = LoggerFactory.getLogger(IssueCertificatePair.class);

    private final IntendIssuance intend;
    private final RecordIssuance record;
    private final CertificateLedger ledger;
    private final Authority authority;
    private final Custody custody;

    IssueCertificatePair(
            IntendIssuance intend,
            RecordIssuance record,
            CertificateLedger ledger,
            Authority authority,
            Custody custody) {
        this.intend = intend;
        this.record = record;
        this.ledger = ledger;
        this.authority = authority;
        this.custody = custody;
    }

    /** Never called inside a transaction, because it talks to the authority and to the key management centre. */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome<ProducedPair> issue(Actor actor, IssuanceOrder order) {
        if (!Issuance.mayProduce(actor, order.holder())) {
            return Outcome.refused(IssuanceError.NO_SUCH_ORDER);
        }
        Optional<SubjectName> name = order.subject().name();
        if (name.isEmpty()) {
            return Outcome.refused(IssuanceError.SUBJECT_UNFIT);
        }
        return RequestCheck.check(order.signingRequest())
                .flatMap(
                        request ->
                                intend.intend(actor, withDer(order, request))
                                        .flatMap(
                                                issuance ->
                                                        proceed(
                                                                actor,
                                                                issuance,
                                                                name.get(),
                                                                request)));
    }

    /** PEM and DER of one request are the same request. */
    private static IssuanceOrder withDer(IssuanceOrder order, SigningRequest request) {
        return new IssuanceOrder(
                order.id(),
                order.caseNumber(),
                order.holder(),
                order.authority(),
                order.kind(),
                order.subject(),
                order.years(),
                order.notAfter(),
                request.der());
    }

    private Outcome<ProducedPair> proceed(
            Actor actor, Issuance issuance, SubjectName name, SigningRequest request) {
        return switch (issuance.state()) {
            case IssuanceState.Intended _ -> orderOrWait(actor, issuance, name, request);
            case IssuanceState.Refused(IssuanceError reason) -> Outcome.refused(reason);
            case IssuanceState.Issued(Handover handover) -> produced(issuance, handover);
            case IssuanceState.Installed(Handover handover) -> produced(issuance, handover);
        };
    }

    private Outcome<ProducedPair> orderOrWait(
            Actor actor, Issuance issuance, SubjectName name, SigningRequest request) {
        try {
            return order(actor, issuance, name, request);
        } catch (WrappingKeyAwayException e) {
            // Its administrator reads the log; whatever the authority has done it answers again.
            return refused(
                    actor,
                    issuance.order(),
                    IssuanceError.AUTHORITY_AWAY,
                    String.valueOf(e.getMessage()));
        }
    }

    private Outcome<ProducedPair> order(
            Actor actor, Issuance issuance, SubjectName name, SigningRequest request) {
        IssuanceOrder order = issuance.order();
        EscrowId escrow = new EscrowId(order.id());
        PublicKey encryptionKey = custody.makeEncryptionKey(escrow);
        IssuanceOutcome outcome =
                authority.issuePair(
                        new PairOrder(
                                new PairOrderId(order.id()),
                                new AuthorityCode(order.authority()),
                                order.kind(),
                                name,
                                order.subject().organisationCode(),
                                null, // what is approved says no number of an identity document
                                issuance.notBefore(),
                                issuance.notAfter(),
                                order.signingRequest(),
                                encryptionKey));
        return switch (outcome) {
            case IssuanceOutcome.Issued(IssuedPair pair) -> {
                OrderedPair.check(pair, name, request.publicKey(), encryptionKey);
                byte[] envelope =
                        custody.release(escrow, request.publicKey(), new ReleaseForm.Sm2Enveloped())
                                .encoded();
                yield produced(
                        issuance, record.issued(actor, order.id(), pair, envelope, encryptionKey));
            }
            case IssuanceOutcome.Refused(IssuanceRefusal reason, String detail) ->
                    refused(actor, order, errorOf(reason), detail);
        };
    }

    private Outcome<ProducedPair> refused(
            Actor actor, IssuanceOrder order, IssuanceError error, String detail) {
        if (error == IssuanceError.AUTHORITY_AWAY) {
            LOG.warn("the authority cannot be asked for order {} now: {}", order.id(), detail);
        } else if (error != IssuanceError.IN_PROGRESS) {
            LOG.warn("the authority refused order {}: {} ({})", order.id(), error, detail);
            record.refused(actor, order.id(), error, detail);
        }
        return Outcome.refused(new Refusal(error));
    }

    private Outcome<ProducedPair> produced(Issuance issuance, Handover handover) {
        List<LedgerEntry> pair = ledger.pair(issuance.order().id());
        LedgerEntry sign = pair.getFirst();
        LedgerEntry encryption = pair.getLast();
        return Outcome.done(
                new ProducedPair(
                        issuance.order().id(),
                        sign.serial(),
                        sign.der(),
                        encryption.serial(),
                        encryption.der(),
                        handover.chain(),
                        handover.envelope(),
                        handover.toSign(),
                        handover.encrypted()));
    }

    private static IssuanceError errorOf(IssuanceRefusal reason) {
        return switch (reason) {
            case MALFORMED_REQUEST -> IssuanceError.REQUEST_MALFORMED;
            case BAD_REQUEST_SIGNATURE -> IssuanceError.REQUEST_SIGNATURE;
            case UNSUPPORTED_KEY -> IssuanceError.KEY_UNSUPPORTED;
            case WEAK_KEY -> IssuanceError.KEY_WEAK;
            case KEY_ALREADY_CERTIFIED -> IssuanceError.KEY_ALREADY_CERTIFIED;
            case UNKNOWN_AUTHORITY, VALIDITY, PROFILE, LINT, ORDER_MISMATCH, DENIED ->
                    IssuanceError.AUTHORITY_REFUSED;
            case IN_PROGRESS -> IssuanceError.IN_PROGRESS;
            case UNREACHABLE -> IssuanceError.AUTHORITY_AWAY;
        };
    }
}
