package org.yinxin.app.wiring;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes from outside of the program: randomness and identifiers. The time is given at the start. */
@Configuration(proxyBeanMethods = false)
public class WorldWiring {

    @Bean
    SecureRandom secureRandom() {
        return World.random();
    }

    @Bean
    Supplier<UUID> uuids() {
        return World.uuids();
    }
}
