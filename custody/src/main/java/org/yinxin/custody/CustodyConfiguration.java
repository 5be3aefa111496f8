package org.yinxin.custody;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.store.journal.Journal;

/** Opens the custody's doors on the beans that are qualified {@code custody}. */
@Configuration(proxyBeanMethods = false)
public class CustodyConfiguration {

    /** The setting that names the file of the {@link WrappingKey}. */
    public static final String WRAPPING_KEY_FILE = "yinxin.custody.wrapping-key-file";

    @Bean
    Custody custody(
            @Qualifier("custody") JdbcClient jdbc,
            @Qualifier("custody") PlatformTransactionManager transactions,
            @Qualifier("custody") Journal journal,
            SecureRandom random,
            Clock clock,
            Environment settings) {
        WrappingKey wrappingKey =
                WrappingKey.read(Path.of(settings.getRequiredProperty(WRAPPING_KEY_FILE)), random);
        return new EscrowingCustody(
                new EscrowedKeys(jdbc),
                wrappingKey,
                journal,
                new TransactionTemplate(transactions),
                random,
                clock);
    }
}
