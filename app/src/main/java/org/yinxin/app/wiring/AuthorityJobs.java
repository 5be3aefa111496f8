package org.yinxin.app.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinxin.authority.crl.ClearCrls;
import org.yinxin.authority.crl.RepublishCrls;
import org.yinxin.authority.issuance.SweepIntents;
import org.yinxin.authority.machine.SettleCertificate;
import org.yinxin.authority.outside.SweepOutside;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.authority.unit.CertifyUnits;

/** The authority has no clock of its own; the hall's scheduler lends it one. */
@Configuration(proxyBeanMethods = false)
public class AuthorityJobs {

    /** Ends what a node that died had begun to issue. Also runs right after a start, when its time has passed. */
    @Bean
    RecurringTask<Void> sweepIntentsEachMinute(SweepIntents sweep) {
        return Tasks.recurring("authority-sweep-intents", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> sweep.sweep());
    }

    /** Ends what was cut off while an outside authority was asked, and has revoked what it brought for nobody. */
    @Bean
    RecurringTask<Void> sweepOutsideEachMinute(SweepOutside sweep) {
        return Tasks.recurring("authority-sweep-outside", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> sweep.sweep());
    }

    /** Far more often than a responder lasts, and right after the first start. */
    @Bean
    RecurringTask<Void> rollOverRespondersEachHour(RollOverResponders responders) {
        return Tasks.recurring("authority-roll-over-responders", FixedDelay.ofHours(1))
                .execute((instance, context) -> responders.rollOver());
    }

    /** Far more often than a list is due. Also runs right after the first start, so that there are lists from then on. */
    @Bean
    RecurringTask<Void> republishCrlsEachMinute(RepublishCrls republish) {
        return Tasks.recurring("authority-republish-crls", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> republish.republish());
    }

    @Bean
    RecurringTask<Void> clearCrlsEachHour(ClearCrls clear) {
        return Tasks.recurring("authority-clear-crls", FixedDelay.ofHours(1))
                .execute((instance, context) -> clear.clear());
    }

    /** Right after the first start, and years before a unit's time is over. */
    @Bean
    RecurringTask<Void> certifyUnitsEachHour(CertifyUnits units) {
        return Tasks.recurring("authority-certify-units", FixedDelay.ofHours(1))
                .execute((instance, context) -> units.certify());
    }

    /** Machines that ask over CMP have some minutes to say that they took their certificate. */
    @Bean
    RecurringTask<Void> revokeUnconfirmedEachMinute(SettleCertificate settle) {
        return Tasks.recurring("authority-revoke-unconfirmed", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> settle.revokeUnconfirmed());
    }
}
