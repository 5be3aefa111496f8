package org.yinxin.hall.notification.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letters go to the mail server of the settings; without one each is refused, and staff see which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    MailGateway mailGateway(MailSettings settings, Clock clock) {
        String host = settings.host();
        String from = settings.from();
        return host == null || from == null
                ? (_, _, _, _) -> new Delivery.Refused("NO_MAIL_SERVER")
                : new SmtpMailGateway(
                        settings, host, from, password(settings.passwordFile()), clock);
    }

    private static @Nullable String password(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "yinxin.notification.mail.password-file cannot be read", e);
        }
    }
}
