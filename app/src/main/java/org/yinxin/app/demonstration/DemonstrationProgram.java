package org.yinxin.app.demonstration;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The pages under {@code /demo}; imported by a demonstration and by nothing else. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DemonstrationProgram {}
