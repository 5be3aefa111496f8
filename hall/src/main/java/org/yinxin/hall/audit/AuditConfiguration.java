package org.yinxin.hall.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinxin.hall.actor.Actor;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Links what was committed into the chains; the shorter the wait, the less can be changed unseen. */
    @Bean
    RecurringTask<Void> sealJournals(Journals journals) {
        return Tasks.recurring("audit-seal", FixedDelay.ofSeconds(5))
                .execute(
                        (instance, context) ->
                                journals.all().forEach(each -> each.sealer().seal()));
    }

    @Bean
    RecurringTask<Void> verifyJournals(VerifyChains chains) {
        return Tasks.recurring("audit-verify", FixedDelay.ofHours(24))
                .execute((instance, context) -> chains.verify(new Actor.Hall("audit-verify")));
    }
}
