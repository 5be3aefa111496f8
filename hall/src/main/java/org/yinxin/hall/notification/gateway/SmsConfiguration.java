package org.yinxin.hall.notification.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
class SmsConfiguration {

    @Bean
    SmsGateway smsGateway(SmsSettings settings) {
        return new HttpSmsGateway(settings, secret(settings));
    }

    private static @Nullable String secret(SmsSettings settings) {
        if (settings.secretFile() == null) {
            return null;
        }
        try {
            return Files.readString(settings.secretFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("yinxin.notification.sms.secret-file cannot be read", e);
        }
    }
}
