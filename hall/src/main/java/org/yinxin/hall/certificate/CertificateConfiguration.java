package org.yinxin.hall.certificate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    @Bean
    RecurringTask<Void> foldCertificateTally(CountCertificates count) {
        return Tasks.recurring("certificate-fold-tally", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> count.fold());
    }
}
