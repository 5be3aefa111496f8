package org.yinxin.authority.est;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** EST, on the machines that are registered. */
@Configuration(proxyBeanMethods = false)
@Import(EstController.class)
public class EstConfiguration {}
