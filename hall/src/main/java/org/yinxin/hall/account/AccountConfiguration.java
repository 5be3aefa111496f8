package org.yinxin.hall.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {

    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> forgetSignInCodes(
            SignInCodes codes, ConfirmationCodes confirmations, Clock clock) {
        return Tasks.recurring("account-forget-codes", FixedDelay.ofHours(6))
                .execute(
                        (instance, context) -> {
                            codes.forget(clock.instant(), KEPT);
                            confirmations.forget(clock.instant().minus(KEPT));
                        });
    }
}
