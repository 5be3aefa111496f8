package org.yinxin.authority.key.selection;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.key.AuthorityKeyStore;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.Pkcs12AuthorityKeys;
import org.yinxin.authority.key.pkcs11.Pkcs11AuthorityKeys;
import org.yinxin.authority.key.sdf.SdfAuthorityKeys;

/**
 * The keys of the authorities, by the settings. The key folder is always one of the stores: keys that were made there before a
 * device was set up open from there. Devices are opened when they are first asked for.
 */
@Configuration(proxyBeanMethods = false)
public class KeyConfiguration {

    @Bean
    AuthorityKeys authorityKeys(
            Environment environment,
            AuthoritySettings settings,
            @Qualifier("authority") JdbcClient jdbc,
            SecureRandom random,
            Clock clock) {
        KeyStoreSettings chosen = KeyStoreSettings.of(environment::getProperty);
        Map<KeyStoreKind, AuthorityKeyStore> stores = new EnumMap<>(KeyStoreKind.class);
        stores.put(
                KeyStoreKind.PKCS12,
                new Pkcs12AuthorityKeys(
                        settings.keyFolder(), settings.keyPasswordFile(), random, clock));
        chosen.pkcs11()
                .ifPresent(
                        token ->
                                stores.put(
                                        KeyStoreKind.PKCS11,
                                        new Pkcs11AuthorityKeys(token, random, clock)));
        chosen.sdf()
                .ifPresent(
                        device ->
                                stores.put(
                                        KeyStoreKind.SDF,
                                        new SdfAuthorityKeys(
                                                device,
                                                settings.keyFolder(),
                                                () -> referred(jdbc),
                                                clock)));
        return new SelectedAuthorityKeys(
                chosen.making().stream()
                        .map(kind -> Objects.requireNonNull(stores.get(kind)))
                        .toList(),
                List.copyOf(stores.values()));
    }

    private static Collection<KeyHandle> referred(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT key_handle FROM certification_authority
                        UNION SELECT key_handle FROM certified_unit
                        """)
                .query((row, _) -> new KeyHandle(row.getString(1)))
                .list();
    }
}
