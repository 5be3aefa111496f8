package org.yinxin.app.walk;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yinxin.app.walk.Walk.HallAddress;
import tools.jackson.databind.JsonNode;

/** A key on a soft token of the key agent, over its HTTP interface. The PIN goes to the agent and nowhere else. */
record SoftKey(Door agent, String container, String pin, String request) {

    static SoftKey make(HallAddress hall, SecureRandom random) {
        Door agent = Door.of(hall.keyAgent()).fromPageOf(hall.url());
        // Digits alone would now and then be so much alike that the agent refuses them.
        String pin = "Yx-" + (10_000_000 + random.nextInt(90_000_000));
        JsonNode token = agent.post("/v1/tokens", Map.of("label", "demonstration", "pin", pin));
        String containers = "/v1/tokens/" + token.path("token").asString() + "/containers";
        JsonNode made = agent.post(containers, Map.of("pin", pin));
        return new SoftKey(
                agent,
                containers + "/" + made.path("container").asString(),
                pin,
                made.path("signingRequest").asString());
    }

    void install(JsonNode pair) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("pin", pin);
        for (String each : new String[] {"signCertificate", "encryptionCertificate", "envelope"}) {
            body.put(each, pair.path(each).asString());
        }
        agent.post(container + "/certificates", body);
    }

    /** Signs and decrypts what the hall asks for. */
    Map<String, String> prove(JsonNode challenge) {
        JsonNode signed =
                agent.post(
                        container + "/sign",
                        Map.of("pin", pin, "content", challenge.path("toSign").asString()));
        JsonNode decrypted =
                agent.post(
                        container + "/decrypt",
                        Map.of("pin", pin, "cipher", challenge.path("encrypted").asString()));
        return Map.of(
                "signature", signed.path("signature").asString(),
                "decrypted", decrypted.path("plain").asString());
    }
}
