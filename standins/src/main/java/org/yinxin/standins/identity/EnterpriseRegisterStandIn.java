package org.yinxin.standins.identity;

import java.net.URI;
import java.util.Map;

/**
 * A register of enterprises: {@code POST /v1/checks/enterprise {creditCode, name, legalName?}} answers {@code
 * {reference, result}}.
 */
public final class EnterpriseRegisterStandIn implements AutoCloseable {

    /** Bodies of the state are filed elsewhere: their credit codes begin with 1. */
    private static final String STATE = "1";

    private final SourceServer server;

    private EnterpriseRegisterStandIn(int port, String secret) {
        this.server = new SourceServer(port, secret);
        server.post("/v1/checks/enterprise", this::check);
    }

    /**
     * Starts it on the loopback address.
     *
     * @param port 0 for any that is free
     * @param secret what the hall shows
     */
    public static EnterpriseRegisterStandIn start(int port, String secret) {
        return new EnterpriseRegisterStandIn(port, secret);
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    public Steering steering() {
        return server.steering();
    }

    /** How many requests came in, whatever became of them. */
    public int requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply check(Call call) {
        if (call.text("creditCode").length() != 18 || call.text("name").isBlank()) {
            return Reply.fault(422, "creditCode and name are needed");
        }
        Result filed =
                call.text("creditCode").startsWith(STATE) ? Result.UNKNOWN : call.madeUp().result();
        Result result = server.steering().result(filed);
        return Reply.of(Map.of("reference", "R-" + call.key(), "result", result.name()));
    }
}
