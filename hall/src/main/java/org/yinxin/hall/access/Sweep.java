package org.yinxin.hall.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Throws away what has ended: dead tokens and past windows of rate limits. */
@Configuration(proxyBeanMethods = false)
class Sweep {

    @Bean
    RecurringTask<Void> accessSweep(Tokens tokens, RateLimits limits) {
        return Tasks.recurring("access-sweep", FixedDelay.ofHours(1))
                .execute(
                        (instance, context) -> {
                            tokens.forgetExpired();
                            limits.forgetExpired();
                        });
    }
}
