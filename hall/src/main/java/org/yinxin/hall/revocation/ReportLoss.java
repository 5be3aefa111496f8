package org.yinxin.hall.revocation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.account.ConfirmByCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/**
 * 挂失: puts the own certificates on hold at once, before anybody reviews anything. Only a business with a review takes them
 * off hold again. Reporting what is on hold already is done and changes nothing.
 *
 * <p>Refusals: {@link RevocationError#NO_SUCH_CERTIFICATE}, {@link RevocationError#ENDED_ALREADY}, and those of {@link
 * ConfirmByCode}, which are committed: the try is counted.
 */
@Component
public class ReportLoss {

    private final OwnPair own;
    private final Endings endings;
    private final Accounts accounts;
    private final ConfirmByCode confirm;
    private final EndCertificate end;
    private final AuditTrail audit;

    ReportLoss(
            OwnPair own,
            Endings endings,
            Accounts accounts,
            ConfirmByCode confirm,
            EndCertificate end,
            AuditTrail audit) {
        this.own = own;
        this.endings = endings;
        this.accounts = accounts;
        this.confirm = confirm;
        this.end = end;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Ending> report(Actor.Subscriber actor, String serial, String code) {
        Optional<LedgerEntry> sign = own.of(actor, serial);
        Optional<MobileNumber> mobile = accounts.mobileOf(actor.account());
        if (sign.isEmpty() || mobile.isEmpty()) {
            return Outcome.refused(RevocationError.NO_SUCH_CERTIFICATE);
        }
        Optional<Refusal> refusal =
                confirm.tryCode(SendLossCode.purpose(sign.get()), mobile.get(), code);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String subject = "certificate:" + sign.get().serial().hex();
        audit.record(actor, "certificate.loss-reported", subject);
        endings.lock(sign.get().pair());
        List<Ending> before = endings.live(sign.get().pair());
        return !before.isEmpty() && before.getLast().deed() == Deed.HOLD
                ? Outcome.done(before.getLast())
                : end.end(actor, sign.get().pair(), Deed.HOLD, RevocationReason.UNSPECIFIED, null);
    }
}
