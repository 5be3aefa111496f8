package org.yinxin.custody;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.pki.envelope.EnvelopeSigner;
import org.yinxin.store.journal.Journal;

/**
 * Opens the custody's doors on the beans that are qualified {@code custody}. A {@link WrappingKey} bean is a key
 * in a device, and with an {@link EnvelopeSigner} bean keys are released as SignedAndEnvelopedData as well.
 */
@Configuration(proxyBeanMethods = false)
public class CustodyConfiguration {

    /** The setting that names the file of the {@link WrappingKey}. */
    public static final String WRAPPING_KEY_FILE = "yinxin.custody.wrapping-key-file";

    /** Keys of before, each as {@code AES-256-GCM:/a/file} or {@link #DEVICE}, with commas between them. */
    public static final String FORMER_WRAPPING_KEYS = "yinxin.custody.former-wrapping-keys";

    /** Among the keys of before: the one in the device, so that the one in the file is today's. */
    public static final String DEVICE = "device";

    @Bean
    CustodySettings custodySettings(
            Environment settings, SecureRandom random, ObjectProvider<WrappingKey> inDevice) {
        return CustodySettings.of(settings, Optional.ofNullable(inDevice.getIfAvailable()), random);
    }

    @Bean
    Means custodyMeans(
            @Qualifier("custody") JdbcClient jdbc,
            @Qualifier("custody") PlatformTransactionManager transactions,
            @Qualifier("custody") Journal journal,
            CustodySettings settings,
            ObjectProvider<EnvelopeSigner> signer,
            SecureRandom random,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        return new Means(
                jdbc,
                new TransactionTemplate(transactions),
                journal,
                new KeyWrapping(settings.wrappingKey(), settings.formerWrappingKeys()),
                signer.getIfAvailable(),
                random,
                uuids,
                clock,
                Checkpoint.NONE);
    }

    @Bean
    Custody custody(Means custodyMeans) {
        return new EscrowingCustody(custodyMeans);
    }

    @Bean
    FillKeyPool fillKeyPool(Means custodyMeans, CustodySettings settings) {
        return new FillKeyPool(custodyMeans, settings.poolLevel());
    }

    @Bean
    KeyRecovery keyRecovery(Means custodyMeans) {
        return new KeyRecovery(custodyMeans);
    }

    @Bean
    JudicialExport judicialExport(Means custodyMeans) {
        return new JudicialExport(custodyMeans);
    }

    @Bean
    KeptKeys keptKeys(Means custodyMeans) {
        return new KeptKeys(custodyMeans.jdbc());
    }

    @Bean
    KeyHistory keyHistory(Means custodyMeans) {
        return new KeyHistory(custodyMeans.jdbc());
    }
}
