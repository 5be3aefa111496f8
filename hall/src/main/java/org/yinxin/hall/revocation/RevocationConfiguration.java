package org.yinxin.hall.revocation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

    /** How many endings one node carries out at the same time right after their commits. */
    private static final int AT_ONCE = 2;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService certificateEndings() {
        return Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("certificate-endings-", 0).factory());
    }

    /** Carries out what was cut off, and what the authority could not answer. */
    @Bean
    RecurringTask<Void> carryOutEndingsAgain(CarryOutEndings endings) {
        return Tasks.recurring("revocation-carry-out", FixedDelay.ofSeconds(5))
                .execute((_, _) -> endings.run());
    }
}
