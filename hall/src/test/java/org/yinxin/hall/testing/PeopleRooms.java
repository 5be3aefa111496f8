package org.yinxin.hall.testing;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The rooms in which people come and go, without any business. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({
    "org.yinxin.hall.access",
    "org.yinxin.hall.account",
    "org.yinxin.hall.audit",
    "org.yinxin.hall.notification",
    "org.yinxin.hall.operator",
    "org.yinxin.hall.privacy",
    "org.yinxin.hall.web"
})
public class PeopleRooms {}
