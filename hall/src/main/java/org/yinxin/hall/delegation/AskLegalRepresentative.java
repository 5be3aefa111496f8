package org.yinxin.hall.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.identification.CheckKey;
import org.yinxin.hall.identification.ConfirmIdentification;
import org.yinxin.hall.identification.IdentityRules;
import org.yinxin.hall.identification.IdentityView;
import org.yinxin.hall.identification.OpenIdentification;
import org.yinxin.hall.identification.ReadIdentification;
import org.yinxin.hall.identification.StartIdentification;
import org.yinxin.hall.identification.Subject;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Asks the recorded legal representative, by the same identification that a gate uses: where the identity number is
 * recorded the source is asked whether the mobile is that person's, and then a code goes there. A message in words goes
 * before the code, so that nobody tells a code without knowing what for.
 *
 * <p>Refusals: {@link DelegationError#NO_SUCH_HANDOVER}, {@link DelegationError#NOT_OPEN}, {@link
 * DelegationError#WAY_NOT_OFFERED}, {@link DelegationError#ASKED_TOO_OFTEN}, and those of {@link StartIdentification} and
 * {@link ConfirmIdentification}.
 */
@Component
public class AskLegalRepresentative {

    static final GateCode GATE = new GateCode("LEGAL_REPRESENTATIVE");

    /** For so many hand-overs a day the legal representative of one unit is asked. */
    static final int A_DAY = 3;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int ATTEMPTS = 5;

    private final Handovers handovers;
    private final UnitRecords records;
    private final OpenIdentification open;
    private final StartIdentification start;
    private final ConfirmIdentification confirm;
    private final ReadIdentification read;
    private final Notify notify;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AskLegalRepresentative(
            Handovers handovers,
            UnitRecords records,
            OpenIdentification open,
            StartIdentification start,
            ConfirmIdentification confirm,
            ReadIdentification read,
            Notify notify,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.handovers = handovers;
        this.records = records;
        this.open = open;
        this.start = start;
        this.confirm = confirm;
        this.read = read;
        this.notify = notify;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends the code; asked again, another one. */
    public Outcome<IdentityView> ask(Actor.Subscriber actor, CaseNumber number) {
        return inTransaction(actor, number, true)
                .flatMap(legal -> start.start(actor, key(number), method(legal), legal, ""));
    }

    /** Takes the code that the legal representative has passed on; a right one completes the hand-over. */
    public Outcome<IdentityView> confirm(Actor.Subscriber actor, CaseNumber number, String code) {
        return inTransaction(actor, number, false)
                .flatMap(legal -> confirm.confirm(actor, key(number), legal, code));
    }

    /** How the check stands; empty while the legal representative was not asked. */
    Optional<IdentityView> view(Handover handover) {
        return handover.askedAt() != null
                        && read.view(key(handover.number()))
                                instanceof Outcome.Done<IdentityView>(IdentityView view)
                ? Optional.of(view)
                : Optional.empty();
    }

    static CheckKey key(CaseNumber number) {
        return new CheckKey(number, GATE);
    }

    private static IdentityMethod method(Subject legal) {
        return legal.identityNumber() == null ? IdentityMethod.SMS : IdentityMethod.MOBILE;
    }

    private Outcome<Subject> inTransaction(
            Actor.Subscriber actor, CaseNumber number, boolean asking) {
        return Objects.requireNonNull(transaction.execute(_ -> legal(actor, number, asking)));
    }

    private Outcome<Subject> legal(Actor.Subscriber actor, CaseNumber number, boolean asking) {
        Optional<Handover> own =
                handovers.lock(number).filter(one -> one.account().equals(actor.account()));
        if (own.isEmpty()) {
            return Outcome.refused(DelegationError.NO_SUCH_HANDOVER);
        }
        Handover handover = own.get();
        if (handover.state() != Handover.State.OPEN) {
            return Outcome.refused(DelegationError.NOT_OPEN);
        }
        Optional<UnitRecord> unit =
                records.of(handover.unit())
                        .filter(one -> one.ways().contains(HandoverWay.LEGAL_MOBILE))
                        .filter(_ -> handover.ways().contains(HandoverWay.LEGAL_MOBILE));
        Subject legal = unit.map(UnitRecord::legal).orElse(null);
        if (legal == null || legal.mobile() == null) {
            return Outcome.refused(DelegationError.WAY_NOT_OFFERED);
        }
        return asking && handover.askedAt() == null
                ? begin(actor, handover, unit.get(), legal, legal.mobile())
                : Outcome.done(legal);
    }

    private Outcome<Subject> begin(
            Actor.Subscriber actor,
            Handover handover,
            UnitRecord unit,
            Subject legal,
            MobileNumber mobile) {
        Instant now = clock.instant();
        Instant day = now.atZone(SHANGHAI).toLocalDate().atStartOfDay(SHANGHAI).toInstant();
        if (handovers.askedSince(handover.unit(), day) >= A_DAY) {
            return Outcome.refused(
                    new Refusal(
                            DelegationError.ASKED_TOO_OFTEN,
                            List.of(),
                            List.of(Integer.toString(A_DAY))));
        }
        handovers.asked(handover.number(), now);
        open.open(
                actor,
                key(handover.number()),
                new IdentityRules(List.of(method(legal)), false, ATTEMPTS));
        notify.sms(
                mobile,
                "delegation.sms.legal",
                handover.name(),
                actor.maskedMobile(),
                unit.name(),
                handover.until().toString());
        audit.record(actor, "delegation.legal-asked", "handover:" + handover.number());
        return Outcome.done(legal);
    }
}
