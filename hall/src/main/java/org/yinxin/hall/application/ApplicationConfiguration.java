package org.yinxin.hall.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApplicationConfiguration {

    @Bean
    RecurringTask<Void> applicationDeadlines(WatchDeadlines deadlines) {
        return Tasks.recurring("application-deadlines", FixedDelay.ofMinutes(1))
                .execute((_, _) -> deadlines.run());
    }
}
