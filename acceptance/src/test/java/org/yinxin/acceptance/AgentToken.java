package org.yinxin.acceptance;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A soft token of the key agent of a demonstration, reached over HTTP as the hall's pages reach it. */
final class AgentToken implements Medium {

    private static final int MOST_TRIES = 10;

    private final Client agent;
    private final String token;
    private final String container;
    private final String request;
    private String pin = "135790";

    private AgentToken(Client agent, String token, JsonNode container) {
        this.agent = agent;
        this.token = token;
        this.container = token + "/containers/" + container.path("container").asString();
        this.request = container.path("signingRequest").asString();
    }

    /** A new token that takes new PINs of this hall. */
    static AgentToken make(RunningHall hall, Client owner) {
        Client agent = Client.fromPageOf(hall.address(), hall.keyAgent());
        Map<String, String> first = Map.of("label", "acceptance", "pin", "135790");
        JsonNode made = agent.post("/v1/tokens", first).expect(201);
        String token = "/v1/tokens/" + made.path("token").asString();
        var pinned = new LinkedHashMap<String, String>(Map.of("pin", "135790"));
        JsonNode keys = owner.get("/api/v1/applications/unlock-keys").expect(200);
        pinned.put("signingKey", keys.path("signingKey").asString());
        pinned.put("encryptionKey", keys.path("encryptionKey").asString());
        agent.post(token + "/hall", pinned).expect(200);
        Map<String, String> pin = Map.of("pin", "135790");
        return new AgentToken(agent, token, agent.post(token + "/containers", pin).expect(201));
    }

    @Override
    public String signingRequest() {
        return request;
    }

    @Override
    public void install(JsonNode pair) {
        var body = new LinkedHashMap<String, String>(Map.of("pin", pin));
        for (String each : new String[] {"signCertificate", "encryptionCertificate", "envelope"}) {
            body.put(each, pair.path(each).asString());
        }
        agent.post(container + "/certificates", body).expect(200);
    }

    @Override
    public String sign(byte[] content) {
        return agent.post(container + "/sign", Map.of("pin", pin, "content", base64(content)))
                .expect(200)
                .path("signature")
                .asString();
    }

    @Override
    public String decrypt(byte[] cipher) {
        return agent.post(container + "/decrypt", Map.of("pin", pin, "cipher", base64(cipher)))
                .expect(200)
                .path("plain")
                .asString();
    }

    /** Types wrong PINs until it is locked, and answers how many. */
    int lock() {
        int wrong = 0;
        while (!locked()) {
            if (wrong++ > MOST_TRIES) {
                throw new AssertionError("the token lets PINs be guessed");
            }
            agent.post(
                    container + "/sign",
                    Map.of("pin", "999999", "content", base64(new byte[] {1})));
        }
        return wrong;
    }

    boolean locked() {
        for (JsonNode each : agent.get("/v1/tokens").expect(200).path("tokens")) {
            if (token.endsWith(each.path("token").asString())) {
                return each.path("locked").asBoolean();
            }
        }
        throw new AssertionError("the token is gone");
    }

    /** What the hall is asked for a new PIN. */
    JsonNode question() {
        return agent.post(token + "/unlock-challenge", Map.of()).expect(200);
    }

    /** Takes a new PIN with the hall's answer. */
    void unlock(JsonNode answer, String newPin) {
        agent.post(
                        token + "/unlock",
                        Map.of(
                                "statement", answer.path("statement").asString(),
                                "signature", answer.path("signature").asString(),
                                "pin", newPin))
                .expect(200);
        pin = newPin;
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
