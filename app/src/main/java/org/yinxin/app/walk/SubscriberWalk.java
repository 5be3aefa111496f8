package org.yinxin.app.walk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The subscriber's steps with one application. */
record SubscriberWalk(Door door, String number, Answers answers) {

    static SubscriberWalk open(Door door, JsonNode business, Answers answers) {
        JsonNode view =
                door.post(
                        "/api/v1/applications",
                        Map.of(
                                "plan", business.path("plan").asString(),
                                "business", business.path("business").asString()));
        return new SubscriberWalk(door, view.path("number").asString(), answers);
    }

    void fillIn() {
        JsonNode view = door.put(path("/form"), answers.form());
        if (!view.path("violations").isEmpty()) {
            throw new StepFailed("the form is not accepted: " + view.path("violations"));
        }
    }

    void agree() {
        JsonNode agreement = door.get(path("/agreement"));
        door.post(
                path("/agreement"),
                Map.of(
                        "version", agreement.path("version"),
                        "sm3", agreement.path("sm3").asString()));
    }

    void givePapers() {
        for (JsonNode paper : door.get(path("")).path("papers")) {
            if (paper.path("required").asBoolean()) {
                String code = paper.path("code").asString();
                door.put(path("/papers/" + code), "image/png", Picture.png(code));
            }
        }
    }

    void submit() {
        door.post(path("/submission"), Map.of());
    }

    void pay() {
        JsonNode order = door.post(path("/payment"), Map.of("channel", "wechat"));
        door.post("/demo/wechat", Map.of("codeUrl", order.path("codeUrl").asString()));
        String orders = "/api/v1/orders/" + order.path("orderId").asString();
        Door.await("the settled order", () -> settled(door.get(orders)));
    }

    JsonNode produce(String signingRequest) {
        return door.post(path("/production"), Map.of("signingRequest", signingRequest));
    }

    JsonNode confirm(Map<String, String> proof) {
        return door.post(path("/production/confirmation"), proof);
    }

    private String path(String rest) {
        return "/api/v1/applications/" + number + rest;
    }

    private static @Nullable JsonNode settled(JsonNode order) {
        return order.path("state").asString().equalsIgnoreCase("settled") ? order : null;
    }
}
