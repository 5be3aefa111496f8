package org.yinxin.hall.payment.wechat;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There is a WeChat Pay channel where there is a contract for one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yinxin.hall.payment.wechat.merchant-id")
@EnableConfigurationProperties(WeChatPaySettings.class)
class WeChatPayConfiguration {

    @Bean(destroyMethod = "close")
    WeChatPayChannel weChatPayChannel(WeChatPaySettings settings, Clock clock) {
        return WeChatPayChannel.connect(settings, clock);
    }
}
