package org.yinxin.app.walk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The subscriber's part of one application. */
record SubscriberWalk(Door door, String number, JsonNode business, Answers answers) {

    static SubscriberWalk open(Door door, JsonNode business, Answers answers) {
        JsonNode view =
                door.post(
                        "/api/v1/applications",
                        Map.of(
                                "plan", business.path("plan").asString(),
                                "business", business.path("business").asString()));
        return new SubscriberWalk(door, view.path("number").asString(), business, answers);
    }

    JsonNode view() {
        return door.get(path(""));
    }

    void fillIn(String gate) {
        JsonNode view = door.put(path("/form"), answers.at(business, gate));
        for (JsonNode violation : view.path("violations")) {
            if (asks(gate, violation.path("field").asString())) {
                throw new StepFailed("the form is not accepted: " + view.path("violations"));
            }
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

    void givePapers(String gate) {
        for (JsonNode paper : view().path("papers")) {
            String code = paper.path("code").asString();
            for (JsonNode known : business.path("papers")) {
                if (paper.path("required").asBoolean()
                        && code.equals(known.path("code").asString())
                        && gate.equals(known.path("gate").asString())) {
                    Picture picture = Picture.of(code, known.path("formats"));
                    door.put(path("/papers/" + code), picture.type(), picture.bytes());
                }
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

    /** Hands in the voucher of a bank transfer; answers the amount in yuan. */
    String transfer() {
        JsonNode order = door.post(path("/payment"), Map.of("channel", "transfer"));
        Picture voucher = Picture.of("voucher", business.path("papers").path(0).path("formats"));
        String orders = "/api/v1/orders/" + order.path("orderId").asString();
        door.put(orders + "/voucher", voucher.type(), voucher.bytes());
        return order.path("amount").asString();
    }

    void activate(String gate) {
        door.post(path("/activation/" + gate), Map.of());
    }

    JsonNode produce(String signingRequest) {
        return door.post(path("/production"), Map.of("signingRequest", signingRequest));
    }

    JsonNode confirm(Map<String, String> proof) {
        return door.post(path("/production/confirmation"), proof);
    }

    String path(String rest) {
        return "/api/v1/applications/" + number + rest;
    }

    private boolean asks(String gate, String field) {
        for (JsonNode known : business.path("fields")) {
            if (field.equals(known.path("name").asString())) {
                return gate.equals(known.path("gate").asString());
            }
        }
        return false;
    }

    private static @Nullable JsonNode settled(JsonNode order) {
        return order.path("state").asString().equalsIgnoreCase("settled") ? order : null;
    }
}
