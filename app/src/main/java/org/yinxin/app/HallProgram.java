package org.yinxin.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.yinxin.app.installation.Ceremonies;
import org.yinxin.app.installation.FirstAccounts;
import org.yinxin.app.wiring.AuthorityJobs;
import org.yinxin.app.wiring.CustodyJobs;
import org.yinxin.app.wiring.CustodyToken;
import org.yinxin.app.wiring.DatabaseWiring;
import org.yinxin.app.wiring.OperationWiring;
import org.yinxin.app.wiring.WorldWiring;
import org.yinxin.authority.AuthorityConfiguration;
import org.yinxin.custody.CustodyConfiguration;
import org.yinxin.hall.HallConfiguration;

/** All parts of the program, each named; nothing is found by scanning this room. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    WorldWiring.class,
    DatabaseWiring.class,
    OperationWiring.class,
    AuthorityJobs.class,
    CustodyJobs.class,
    CustodyToken.class,
    FirstStart.class,
    Ceremonies.class,
    FirstAccounts.class,
    AuthorityConfiguration.class,
    CustodyConfiguration.class,
    HallConfiguration.class
})
class HallProgram {}
