package org.yinxin.hall.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    RecurringTask<Void> identifierIndexing(IndexIdentifiers index) {
        return Tasks.recurring("application-index-identifiers", FixedDelay.ofMinutes(1))
                .execute(
                        (instance, context) -> {
                            boolean more = true;
                            while (more) {
                                more = index.some();
                            }
                        });
    }

    @Bean
    RecurringTask<Void> foldGateTally(GateTally tally) {
        return Tasks.recurring("application-fold-gate-tally", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> tally.fold());
    }
}
