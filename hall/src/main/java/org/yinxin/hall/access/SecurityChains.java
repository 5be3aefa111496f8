package org.yinxin.hall.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.util.WebUtils;
import org.yinxin.hall.web.WebSettings;

/**
 * The doors of the hall. Everything is closed unless it is opened here: machines (certificate status, time stamps, enrolment,
 * payment call-backs) speak without signing in, the API answers problem documents, the pages lead to the sign-in.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessSettings.class)
class SecurityChains {

    private static final String[] MACHINES = {
        "/crl/**",
        "/ocsp/**",
        "/ca/**",
        "/tsa/**",
        "/.well-known/est/**",
        "/cmp/**",
        "/payments/wechat/notify",
        "/identification/face/notify"
    };

    private static final String[] FILES = {
        "/webjars/**",
        "/look/**",
        "/hall.js",
        "/papers.js",
        "/review.js",
        "/medium.js",
        "/key.js",
        "/prove.js",
        "/unlock.js",
        "/mark.svg",
        "/favicon.ico"
    };

    /** What goes on within a request that has passed a door already. */
    private static final DispatcherType[] WITHIN = {
        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC
    };

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Tokens tokens;
    private final Refusals refusals;
    private final WebSettings web;

    SecurityChains(Tokens tokens, Refusals refusals, WebSettings web) {
        this.tokens = tokens;
        this.refusals = refusals;
        this.web = web;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) {
        return common(http.securityMatcher(MACHINES))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) {
        return common(http.securityMatcher("/api/**"))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfCookie())
                                        .csrfTokenRequestHandler(
                                                new XorCsrfTokenRequestAttributeHandler())
                                        .requireCsrfProtectionMatcher(SecurityChains::cookieActs))
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(refusals::signInToApi)
                                        .accessDeniedHandler(refusals::forbidApi))
                .authorizeHttpRequests(
                        requests -> {
                            requests.dispatcherTypeMatchers(WITHIN).permitAll();
                            requests.requestMatchers(
                                            POST,
                                            "/api/v1/sign-in/codes",
                                            "/api/v1/sign-in",
                                            "/api/v1/staff/sign-in")
                                    .permitAll();
                            requests.requestMatchers(GET, "/api/v1/businesses").permitAll();
                            requests.requestMatchers("/api/v1/me", "/api/v1/sign-in")
                                    .authenticated();
                            staff(requests, "/api/v1/staff");
                            requests.anyRequest().hasRole("SUBSCRIBER");
                        })
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) {
        return common(http)
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfCookie())
                                        .csrfTokenRequestHandler(
                                                new XorCsrfTokenRequestAttributeHandler())
                                        .ignoringRequestMatchers(SecurityChains::testTelephone))
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(refusals::signInToPage)
                                        .accessDeniedHandler(refusals::forbidPage))
                .authorizeHttpRequests(
                        requests -> {
                            requests.dispatcherTypeMatchers(WITHIN).permitAll();
                            requests.requestMatchers(FILES).permitAll();
                            requests.requestMatchers(GET, "/", "/businesses/**", "/openapi.json")
                                    .permitAll();
                            requests.requestMatchers(
                                            "/sign-in", "/sign-in/**", "/staff/sign-in", "/error")
                                    .permitAll();
                            requests.requestMatchers("/demo/**").permitAll();
                            requests.requestMatchers(GET, "/actuator/health/**").permitAll();
                            requests.requestMatchers("/actuator/**").denyAll();
                            requests.requestMatchers(POST, "/sign-out").permitAll();
                            requests.requestMatchers(GET, "/staff").hasAnyRole(staffRoles());
                            staff(requests, "/staff");
                            requests.anyRequest().hasRole("SUBSCRIBER");
                        })
                .build();
    }

    /** Times of each single filter are of no use to anybody, and took a tenth of what a page costs. */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody signs in through the framework; without this bean it would invent a user with a password. */
    @Bean
    AuthenticationManager noFrameworkSignIn() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in by the hall's own use cases");
        };
    }

    private HttpSecurity common(HttpSecurity http) {
        return http.sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context ->
                                context.securityContextRepository(
                                        new NullSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(contentPolicy()))
                                        .frameOptions(frames -> frames.deny())
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(
                                                                ReferrerPolicy.SAME_ORIGIN)));
    }

    private String contentPolicy() {
        return "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' "
                + web.keyAgent()
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static void staff(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            String prefix) {
        for (var area : StaffAreas.ALL) {
            requests.requestMatchers(area.patterns(prefix)).hasAnyRole(area.roleNames());
        }
        requests.requestMatchers(prefix + "/**").denyAll();
    }

    private static String[] staffRoles() {
        return StaffAreas.STAFF.stream().map(Enum::name).toArray(String[]::new);
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax").httpOnly(true));
        return cookie;
    }

    /** Programs use the test telephone of a demonstration; no page of another origin can send JSON. */
    private static boolean testTelephone(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/demo/")
                && type != null
                && type.startsWith("application/json");
    }

    /** A call that the browser signs by itself could come from a foreign page; a bearer token could not. */
    private static boolean cookieActs(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && !TokenCookie.hasBearer(request)
                && WebUtils.getCookie(request, TokenCookie.NAME) != null;
    }
}
