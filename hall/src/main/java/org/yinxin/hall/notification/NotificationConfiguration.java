package org.yinxin.hall.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    /** How many messages one node sends at the same time right after their commits. */
    private static final int AT_ONCE = 4;

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService messageSending() {
        return Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("message-sending-", 0).factory());
    }

    /** Sends what could not be sent at once, and what a node that died had taken. */
    @Bean
    RecurringTask<Void> sendMessagesAgain(SendMessages messages) {
        return Tasks.recurring("notification-send", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> messages.due());
    }

    @Bean
    RecurringTask<Void> forgetMessages(Outbox outbox, Clock clock) {
        return Tasks.recurring("notification-forget", FixedDelay.ofHours(6))
                .execute((instance, context) -> outbox.forget(clock.instant().minus(KEPT)));
    }
}
