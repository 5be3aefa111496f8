package org.yinxin.hall.operator;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> forgetFailures(Failures failures, Clock clock) {
        return Tasks.recurring("operator-forget-failures", FixedDelay.ofHours(6))
                .execute((instance, context) -> failures.forget(clock.instant().minus(KEPT)));
    }
}
