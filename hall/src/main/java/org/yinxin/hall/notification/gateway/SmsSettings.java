package org.yinxin.hall.notification.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where short messages go, {@code yinxin.notification.sms.*}.
 *
 * @param url the gateway; messages are posted to {@code /v1/messages} below it
 * @param secretFile a file with the secret that the gateway knows us by; no secret where absent
 * @param connectWithin how long to wait for a connection
 * @param answerWithin how long to wait for the answer
 */
@ConfigurationProperties("yinxin.notification.sms")
public record SmsSettings(
        URI url,
        @Nullable Path secretFile,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("5s") Duration answerWithin) {

    public SmsSettings {
        Objects.requireNonNull(url, "yinxin.notification.sms.url is not set");
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "yinxin.notification.sms.url is no http address: " + url);
        }
    }
}
