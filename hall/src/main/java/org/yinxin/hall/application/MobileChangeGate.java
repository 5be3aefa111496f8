package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.ChangeMobile;
import org.yinxin.hall.account.ChangeMobile.Wish;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;

/**
 * Changes the number that an account signs in with, in the transaction of the last proof. When whoever asks has signed in
 * with the new number, because the old one cannot be read any more, the case goes to the account that was found again.
 */
@Component
class MobileChangeGate implements GateRoom {

    private static final Actor HALL = new Actor.Hall("mobile-change");

    private final ChangeMobile changeMobile;
    private final MobileWishes wishes;
    private final Applications applications;
    private final Notices notices;

    MobileChangeGate(
            ChangeMobile changeMobile,
            MobileWishes wishes,
            Applications applications,
            Notices notices) {
        this.changeMobile = changeMobile;
        this.wishes = wishes;
        this.applications = applications;
        this.notices = notices;
    }

    @Override
    public Class<GateSettings.MobileChange> kind() {
        return GateSettings.MobileChange.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        Wish wish =
                MobileWishes.of(application, contents)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                application.number() + " names no numbers"));
        if (wishes.applicantIsSettled(wish)) {
            return refuse(application, gate, AccountError.MOBILE_TAKEN, gateKeeper);
        }
        return switch (changeMobile.change(by, wish, application.number().text())) {
            case Outcome.Refused<AccountId>(var refusal) ->
                    refuse(application, gate, refusal.code(), gateKeeper);
            case Outcome.Done<AccountId>(AccountId account) -> {
                Application passed =
                        gateKeeper.pass(application, gate.code(), HALL, "account:" + account);
                if (!account.equals(application.account())) {
                    applications.handOver(application.number(), account);
                }
                yield passed;
            }
        };
    }

    private Application refuse(
            Application application, GatePlan gate, ErrorCode error, GateKeeper gateKeeper) {
        Application refused =
                gateKeeper.take(
                        application,
                        application
                                .gates()
                                .refuse(
                                        gate.code(),
                                        HallReason.of(error).reasons(),
                                        gateKeeper.now(),
                                        HALL.reference()),
                        HALL);
        notices.tell(refused, "refused");
        return refused;
    }
}
