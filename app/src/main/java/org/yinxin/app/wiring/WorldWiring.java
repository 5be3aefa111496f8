package org.yinxin.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes from outside of the program: the time, randomness, identifiers. */
@Configuration(proxyBeanMethods = false)
public class WorldWiring {

    @Bean
    Clock clock() {
        return World.clock();
    }

    @Bean
    SecureRandom secureRandom() {
        return World.random();
    }

    @Bean
    Supplier<UUID> uuids() {
        return UUID::randomUUID;
    }
}
