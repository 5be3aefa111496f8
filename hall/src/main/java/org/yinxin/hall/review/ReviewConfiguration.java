package org.yinxin.hall.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    RecurringTask<Void> foldRefusalTally(RefusalReasons refusals) {
        return Tasks.recurring("review-fold-refusal-tally", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> refusals.fold());
    }
}
