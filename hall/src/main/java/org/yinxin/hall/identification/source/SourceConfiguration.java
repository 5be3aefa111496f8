package org.yinxin.hall.identification.source;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
class SourceConfiguration {

    @Bean
    IdentitySource identitySource(SourceSettings settings) {
        return new HttpIdentitySource(
                new JsonEndpoint(settings.realName()), new JsonEndpoint(settings.register()));
    }

    @Bean
    FaceSource faceSource(SourceSettings settings, Clock clock) {
        return new HttpFaceSource(
                new JsonEndpoint(settings.realName()), settings.faceCallback(), clock);
    }

    @Bean
    TransferBank transferBank(SourceSettings settings) {
        return new HttpTransferBank(new JsonEndpoint(settings.bank()));
    }
}
