package org.yinxin.keyagent.web;

import com.sun.net.httpserver.Headers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may talk to the agent. A browser tells the page's origin with each request that could do something; the
 * name in Host is checked too, for a page whose own name was made to point at this computer (DNS rebinding).
 */
final class Origins {

    private final Set<String> allowed;
    private final Set<String> hosts;

    Origins(Set<String> allowed, int port) {
        this.allowed = Set.copyOf(allowed);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    boolean isOurHost(Headers request) {
        String host = request.getFirst("Host");
        return host != null && hosts.contains(host);
    }

    boolean isAllowed(Headers request) {
        String origin = request.getFirst("Origin");
        return origin != null && allowed.contains(origin);
    }

    boolean isAbsent(Headers request) {
        return request.getFirst("Origin") == null;
    }

    /** Lets the page read the answer (Fetch standard, CORS). */
    void allowReading(Headers request, Headers response) {
        response.set("Vary", "Origin");
        String origin = request.getFirst("Origin");
        if (origin != null && allowed.contains(origin)) {
            response.set("Access-Control-Allow-Origin", origin);
        }
    }

    /** Answers the question that a browser asks before the request itself; also for pages on the public internet. */
    void allowRequest(Headers request, Headers response) {
        response.set("Access-Control-Allow-Methods", "GET, POST");
        response.set("Access-Control-Allow-Headers", "Content-Type, Accept-Language");
        response.set("Access-Control-Max-Age", "600");
        // Private Network Access, and Local Network Access as it was called later.
        echo(request, response, "Private");
        echo(request, response, "Local");
    }

    private static void echo(Headers request, Headers response, String network) {
        String asked = request.getFirst("Access-Control-Request-" + network + "-Network");
        if (isTrue(asked)) {
            response.set("Access-Control-Allow-" + network + "-Network", "true");
        }
    }

    private static boolean isTrue(@Nullable String text) {
        return "true".equals(text);
    }
}
