package org.yinxin.hall.privacy;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

    @Bean
    ColumnCipher columnCipher(PrivacySettings settings, SecureRandom random) {
        return new AesColumnCipher(
                KeyFile.read(settings.columnKeyFile(), AesColumnCipher.KEY_BYTES), random);
    }
}
