package org.yinxin.hall.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets an OCSP question through that came in the path: RFC 6960, appendix A.1, has the URL-encoded Base64 of the
 * request there, whose slashes servers otherwise refuse. Every other path is held to the strict rules.
 */
@Configuration(proxyBeanMethods = false)
class OcspQuestions {

    private static final String PATHS = "/ocsp/";

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall strict = new StrictHttpFirewall();
        StrictHttpFirewall forQuestions = new StrictHttpFirewall();
        forQuestions.setAllowUrlEncodedSlash(true);
        forQuestions.setAllowUrlEncodedDoubleSlash(true);
        return new HttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                boolean question = request.getRequestURI().startsWith(PATHS);
                return (question ? forQuestions : strict).getFirewalledRequest(request);
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return strict.getFirewalledResponse(response);
            }
        };
    }

    /** Tomcat refuses an encoded slash before any firewall sees it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return server ->
                server.addConnectorCustomizers(
                        connector -> connector.setEncodedSolidusHandling("decode"));
    }
}
