package org.yinxin.app.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinxin.custody.FillKeyPool;

/** The custody has no clock of its own; the hall's scheduler lends it one. */
@Configuration(proxyBeanMethods = false)
public class CustodyJobs {

    /** Makes encryption keys ahead, so that nobody waits for one to be made. */
    @Bean
    RecurringTask<Void> fillKeyPoolEachMinute(FillKeyPool pool) {
        return Tasks.recurring("custody-fill-key-pool", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> pool.fill());
    }
}
