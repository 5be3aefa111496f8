package org.yinxin.authority.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Opens the public addresses of the authority on whatever web server the program runs. */
@Configuration(proxyBeanMethods = false)
@Import({AuthorityCertificateController.class, CrlController.class, OcspController.class})
public class PublicAddressesConfiguration {}
