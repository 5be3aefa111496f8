package org.yinxin.hall.payment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentConfiguration {

    @Bean
    RecurringTask<Void> paymentRefund(PaymentSettings settings, CarryOutRefunds refunds) {
        return Tasks.recurring("payment-refund", FixedDelay.of(settings.checkEvery()))
                .execute((_, _) -> refunds.run());
    }

    @Bean
    RecurringTask<Void> paymentOverdue(PaymentSettings settings, CloseOverdueOrders overdue) {
        return Tasks.recurring("payment-overdue", FixedDelay.of(settings.overdueEvery()))
                .execute((_, _) -> overdue.run());
    }

    @Bean
    RecurringTask<Void> paymentCheck(PaymentSettings settings, CheckUnsettledOrders check) {
        return Tasks.recurring("payment-check", FixedDelay.of(settings.checkEvery()))
                .execute((_, _) -> check.run());
    }
}
