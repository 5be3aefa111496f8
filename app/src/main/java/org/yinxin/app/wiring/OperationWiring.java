package org.yinxin.app.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.crl.CrlOutlook;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;

/** What the people who run the machine may see: metrics, from this machine only. */
@Configuration(proxyBeanMethods = false)
public class OperationWiring {

    /** Comes before the hall's own chains, which close all of {@code /actuator} but the health. */
    @Bean
    @Order(0)
    SecurityFilterChain metrics(HttpSecurity http) {
        return http.securityMatcher("/actuator/prometheus")
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(
                        requests ->
                                requests.anyRequest()
                                        .access(
                                                (authentication, context) ->
                                                        new AuthorizationDecision(
                                                                isLocal(context))))
                .build();
    }

    /** For how long the lists of each authority last: half of their time and more, as long as all is well. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> crlGauges(
            MeterRegistry meters, CertificationAuthorities authorities, CrlOutlook outlook) {
        return _ -> {
            for (CertificationAuthority authority : authorities.all()) {
                for (CrlSeries.Kind kind : CrlSeries.Kind.values()) {
                    left(meters, outlook, authority.code(), kind);
                }
            }
        };
    }

    private static void left(
            MeterRegistry meters,
            CrlOutlook outlook,
            AuthorityCode authority,
            CrlSeries.Kind kind) {
        Gauge.builder(
                        "yinxin.crl.left",
                        () -> outlook.secondsLeft(authority, kind).orElse(Double.NaN))
                .tag("authority", authority.value())
                .tag("list", kind.name().toLowerCase(Locale.ROOT))
                .baseUnit("seconds")
                .description("Until the first published revocation list runs out")
                .register(meters);
    }

    // A proxy on this machine speaks for others, and says so.
    private static boolean isLocal(RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean forwarded =
                request.getHeader("X-Forwarded-For") != null
                        || request.getHeader("Forwarded") != null;
        String from = request.getRemoteAddr();
        return !forwarded
                && (from.startsWith("127.")
                        || from.equals("::1")
                        || from.equals("0:0:0:0:0:0:0:1"));
    }
}
