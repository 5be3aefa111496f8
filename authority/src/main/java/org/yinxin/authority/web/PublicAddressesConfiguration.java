package org.yinxin.authority.web;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CrossCertificates;

/** Opens the public addresses of the authority on whatever web server the program runs. */
@Configuration(proxyBeanMethods = false)
@Import({AuthorityCertificateController.class, CrlController.class, OcspController.class})
public class PublicAddressesConfiguration {

    @Bean
    AuthorityDirectory authorityDirectory(
            Environment environment,
            CertificationAuthorities authorities,
            CrossCertificates crossCertificates,
            AuthoritySettings settings) {
        String statement = environment.getProperty(AuthorityDirectory.PRACTICE_STATEMENT);
        return new AuthorityDirectory(
                authorities,
                crossCertificates,
                settings.publicAddresses(),
                statement == null ? null : URI.create(statement));
    }
}
