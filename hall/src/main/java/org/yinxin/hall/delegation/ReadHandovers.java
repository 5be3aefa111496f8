package org.yinxin.hall.delegation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.archive.PaperContent;
import org.yinxin.hall.archive.ReadPaper;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.identification.Subject;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Shows hand-overs: to whoever has asked for them, and the letters to approving officers, whose look at one person is
 * journalled.
 *
 * <p>Refusals: {@link DelegationError#NO_SUCH_HANDOVER}, also for somebody else's; {@link
 * DelegationError#NOT_AN_APPROVING_OFFICER}.
 */
@Component
public class ReadHandovers {

    /** So many letters are listed at once; the others move up. */
    public static final int LISTED = 100;

    private static final int OWN = 20;

    private final Handovers handovers;
    private final UnitRecords records;
    private final AskLegalRepresentative legal;
    private final ReadPaper readPaper;
    private final AuditTrail audit;

    ReadHandovers(
            Handovers handovers,
            UnitRecords records,
            AskLegalRepresentative legal,
            ReadPaper readPaper,
            AuditTrail audit) {
        this.handovers = handovers;
        this.records = records;
        this.legal = legal;
        this.readPaper = readPaper;
        this.audit = audit;
    }

    /** The newest of the own ones. */
    @Transactional(readOnly = true)
    public List<Handover> own(Actor.Subscriber actor) {
        return handovers.ofAccount(actor.account(), OWN);
    }

    @Transactional(readOnly = true)
    public Outcome<HandoverView> own(Actor.Subscriber actor, CaseNumber number) {
        return handovers
                .find(number)
                .filter(one -> one.account().equals(actor.account()))
                .map(this::view)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DelegationError.NO_SUCH_HANDOVER));
    }

    /** Letters that wait, the longest waiting first. */
    @Transactional(readOnly = true)
    public Outcome<List<HandoverView>> waiting(Actor actor) {
        return officer(actor).map(_ -> handovers.waiting(LISTED).stream().map(this::view).toList());
    }

    /** One hand-over, for an officer. */
    @Transactional
    public Outcome<HandoverView> read(Actor actor, CaseNumber number) {
        return officer(actor)
                .flatMap(
                        _ ->
                                handovers
                                        .find(number)
                                        .filter(one -> one.letter() != null)
                                        .map(this::view)
                                        .map(Outcome::done)
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                DelegationError.NO_SUCH_HANDOVER)))
                .map(
                        found -> {
                            audit.record(
                                    actor,
                                    "delegation.letter-read",
                                    "handover:" + number,
                                    Map.of("unit", found.handover().unit().value()));
                            return found;
                        });
    }

    /** The letter, for an officer. */
    @Transactional(readOnly = true)
    public Outcome<PaperContent> letter(Actor actor, CaseNumber number) {
        return officer(actor).flatMap(_ -> paper(handovers.find(number)));
    }

    /** The letter, for whoever has handed it in. */
    @Transactional(readOnly = true)
    public Outcome<PaperContent> ownLetter(Actor.Subscriber actor, CaseNumber number) {
        return paper(handovers.find(number).filter(one -> one.account().equals(actor.account())));
    }

    private Outcome<PaperContent> paper(Optional<Handover> found) {
        return found.flatMap(one -> Optional.ofNullable(one.letter()))
                .flatMap(readPaper::read)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DelegationError.NO_SUCH_HANDOVER));
    }

    private HandoverView view(Handover handover) {
        Optional<UnitRecord> unit = records.of(handover.unit());
        return new HandoverView(
                handover,
                unit.map(UnitRecord::name).orElse(""),
                handover.ways().contains(HandoverWay.LEGAL_MOBILE)
                        ? unit.map(UnitRecord::legal).map(ReadHandovers::masked).orElse(null)
                        : null,
                legal.view(handover).orElse(null));
    }

    private static @Nullable String masked(Subject legal) {
        String name = legal.name();
        return name == null || legal.mobile() == null
                ? null
                : Masked.name(name) + " " + legal.mobile().masked();
    }

    private static Outcome<Actor> officer(Actor actor) {
        return actor.has(Role.APPROVING_OFFICER)
                ? Outcome.done(actor)
                : Outcome.refused(DelegationError.NOT_AN_APPROVING_OFFICER);
    }
}
