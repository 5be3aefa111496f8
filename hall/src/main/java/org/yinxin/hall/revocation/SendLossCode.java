package org.yinxin.hall.revocation;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.account.ConfirmByCode;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Outcome;

/**
 * Sends the code by which a subscriber confirms that a key is lost, to the mobile number of the account.
 *
 * <p>Refusals: {@link RevocationError#NO_SUCH_CERTIFICATE}, {@link RevocationError#ENDED_ALREADY}, and those of {@link
 * ConfirmByCode}.
 */
@Component
public class SendLossCode {

    private final OwnPair own;
    private final Endings endings;
    private final Accounts accounts;
    private final ConfirmByCode confirm;

    SendLossCode(OwnPair own, Endings endings, Accounts accounts, ConfirmByCode confirm) {
        this.own = own;
        this.endings = endings;
        this.accounts = accounts;
        this.confirm = confirm;
    }

    @Transactional
    public Outcome<SentCode> send(Actor.Subscriber actor, String serial, Locale locale) {
        Optional<LedgerEntry> sign = own.of(actor, serial);
        Optional<MobileNumber> mobile = accounts.mobileOf(actor.account());
        if (sign.isEmpty() || mobile.isEmpty()) {
            return Outcome.refused(RevocationError.NO_SUCH_CERTIFICATE);
        }
        if (endings.live(sign.get().pair()).stream().anyMatch(Ending::isFinal)) {
            return Outcome.refused(RevocationError.ENDED_ALREADY);
        }
        return confirm.send(purpose(sign.get()), mobile.get(), "revocation.sms.code", locale);
    }

    static String purpose(LedgerEntry sign) {
        return "loss:" + sign.pair();
    }
}
