package org.yinxin.hall.identification;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.code.BankCardNumber;
import org.yinxin.hall.identification.IntendIdentification.Intention;
import org.yinxin.hall.identification.source.Answer;
import org.yinxin.hall.identification.source.FaceSource;
import org.yinxin.hall.identification.source.IdentitySource;
import org.yinxin.hall.identification.source.Question;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Violation;

/**
 * Begins to identify somebody by one method. The register answers at once. A mobile number or a card is first asked
 * about at the source, and then a code goes to that number: to know somebody's numbers is not yet to be that person. A
 * face is looked into by a telephone, of which {@link ConfirmIdentification} asks the result. {@code SMS} is the code
 * alone. Asked the same again, the same try goes on, also after a kill; another code is sent when it is time.
 *
 * <p>Refusals: {@link IdentificationError#NO_SUCH_CHECK}, {@link IdentificationError#ALREADY_PASSED}, {@link
 * IdentificationError#METHOD_NOT_OFFERED}, {@link IdentificationError#ATTEMPTS_USED_UP}, {@link
 * IdentificationError#PARTY_INCOMPLETE}, {@link IdentificationError#CARD_NUMBER}, {@link
 * IdentificationError#ASKED_TOO_OFTEN}, {@link IdentificationError#CODE_JUST_SENT}, {@link
 * IdentificationError#TOO_MANY_CODES}, {@link IdentificationError#SOURCE_UNAVAILABLE}, and what the source denies:
 * {@link IdentificationError#MOBILE_DIFFERS}, {@link IdentificationError#CARD_DIFFERS}, {@link
 * IdentificationError#REGISTER_DIFFERS}, {@link IdentificationError#PERSON_UNKNOWN}, {@link
 * IdentificationError#ORGANISATION_UNKNOWN}.
 */
@Component
public class StartIdentification {

    private static final Logger LOG = LoggerFactory.getLogger(StartIdentification.class);

    private final IntendIdentification intend;
    private final RecordAnswer record;
    private final ReadIdentification read;
    private final IdentitySource source;
    private final FaceSource faces;

    StartIdentification(
            IntendIdentification intend,
            RecordAnswer record,
            ReadIdentification read,
            IdentitySource source,
            FaceSource faces) {
        this.intend = intend;
        this.record = record;
        this.read = read;
        this.source = source;
        this.faces = faces;
    }

    /**
     * Never called inside a transaction, because it talks to a source.
     *
     * @param card the number of a bank card as it was typed; looked at for that method alone, and never kept
     */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome<IdentityView> start(
            Actor by, CheckKey key, IdentityMethod method, Subject subject, String card) {
        Optional<BankCardNumber> number = BankCardNumber.check(card).accepted();
        if (method == IdentityMethod.BANK_CARD && number.isEmpty()) {
            return Outcome.refused(
                    IdentificationError.CARD_NUMBER,
                    new Violation("card", "identification.card.wrong"));
        }
        return intend.intend(by, key, method, subject, number.orElse(null))
                .flatMap(
                        intention ->
                                switch (intention) {
                                    case Intention.Nothing _ -> read.view(key);
                                    case Intention.Ask(Try it, Question.Face face) ->
                                            offer(key, it, face);
                                    case Intention.Ask(Try it, Question question) ->
                                            ask(by, key, it, question, subject);
                                });
    }

    private Outcome<IdentityView> ask(
            Actor by, CheckKey key, Try it, Question question, Subject subject) {
        return switch (source.ask(it.id(), question)) {
            case Answer.Found found -> record.answered(by, key, it.id(), found, subject.mobile());
            case Answer.Unavailable(String reason) -> silent(it, reason);
        };
    }

    private Outcome<IdentityView> offer(CheckKey key, Try it, Question.Face face) {
        return switch (faces.offer(it.id(), face)) {
            case FaceSource.Offer.Link link -> record.offered(key, it.id(), link);
            case FaceSource.Offer.Unavailable(String reason) -> silent(it, reason);
        };
    }

    private static Outcome<IdentityView> silent(Try it, String reason) {
        LOG.warn("no answer to try {} by {}: {}", it.id(), it.method(), reason);
        return Outcome.refused(IdentificationError.SOURCE_UNAVAILABLE);
    }
}
