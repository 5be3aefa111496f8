package org.yinxin.hall.delegation;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperRules;
import org.yinxin.hall.archive.StorePaper;
import org.yinxin.hall.archive.StoredPaper;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Takes the letter with the unit's stamp; from then on an officer decides, and the letter stays as it is. The archive is
 * written between two transactions; what is written in vain is never listed.
 *
 * <p>Refusals: {@link DelegationError#NO_SUCH_HANDOVER}, {@link DelegationError#NOT_OPEN}, {@link
 * DelegationError#WAY_NOT_OFFERED}, and whatever the archive objects to.
 */
@Component
public class HandInLetter {

    /** The largest picture taken, in bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final PaperRules RULES = new PaperRules(LARGEST, PaperFormat.PICTURES);

    private final Handovers handovers;
    private final StorePaper storePaper;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HandInLetter(
            Handovers handovers,
            StorePaper storePaper,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.handovers = handovers;
        this.storePaper = storePaper;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Answers the hand-over's number. */
    public Outcome<CaseNumber> handIn(Actor.Subscriber actor, CaseNumber number, byte[] picture) {
        return Objects.requireNonNull(transaction.execute(_ -> open(actor, number)))
                .flatMap(_ -> storePaper.store(actor, picture, RULES))
                .flatMap(
                        stored ->
                                Objects.requireNonNull(
                                        transaction.execute(
                                                _ ->
                                                        open(actor, number)
                                                                .map(
                                                                        _ ->
                                                                                list(
                                                                                        actor,
                                                                                        number,
                                                                                        stored)))));
    }

    private Outcome<Handover> open(Actor.Subscriber actor, CaseNumber number) {
        Optional<Handover> own =
                handovers.lock(number).filter(one -> one.account().equals(actor.account()));
        if (own.isEmpty()) {
            return Outcome.refused(DelegationError.NO_SUCH_HANDOVER);
        }
        if (own.get().state() != Handover.State.OPEN) {
            return Outcome.refused(DelegationError.NOT_OPEN);
        }
        return own.get().ways().contains(HandoverWay.LETTER)
                ? Outcome.done(own.get())
                : Outcome.refused(DelegationError.WAY_NOT_OFFERED);
    }

    private CaseNumber list(Actor.Subscriber actor, CaseNumber number, StoredPaper stored) {
        handovers.letter(number, stored.id(), clock.instant());
        audit.record(
                actor,
                "delegation.letter-handed-in",
                "handover:" + number,
                Map.of("sm3", stored.id().sm3()));
        return number;
    }
}
