package org.yinxin.app.wiring;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

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
