package org.yinxin.hall.identification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentificationSettings.class)
class IdentificationConfiguration {

    private static final int EVERY_SECONDS = 10;

    @Bean
    RecurringTask<Void> checkFacesAgain(CheckFaces faces) {
        return Tasks.recurring("identification-faces", FixedDelay.ofSeconds(EVERY_SECONDS))
                .execute((_, _) -> faces.run());
    }

    @Bean
    RecurringTask<Void> resumeTransfersAgain(ResumeTransfers transfers) {
        return Tasks.recurring("identification-transfers", FixedDelay.ofSeconds(EVERY_SECONDS))
                .execute((_, _) -> transfers.run());
    }
}
