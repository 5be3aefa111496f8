package org.yinxin.hall;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * All beans of the hall. Whoever imports it gives a {@code DataSource} on the hall's schema, a {@code Clock}, a {@code
 * SecureRandom} and the {@code Supplier<UUID>} named {@code uuids}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class HallConfiguration {}
