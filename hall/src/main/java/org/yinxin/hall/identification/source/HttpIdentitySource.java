package org.yinxin.hall.identification.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Asks the source of real names and the register, each by {@code POST /v1/checks/…}. */
final class HttpIdentitySource implements IdentitySource {

    private final JsonEndpoint realName;
    private final JsonEndpoint register;

    HttpIdentitySource(JsonEndpoint realName, JsonEndpoint register) {
        this.realName = realName;
        this.register = register;
    }

    @Override
    public Answer ask(UUID key, Question question) {
        JsonEndpoint.Reply reply =
                switch (question) {
                    case Question.Mobile(var name, var number, var mobile) ->
                            realName.post(
                                    "/v1/checks/mobile",
                                    key,
                                    Map.of(
                                            "name", name,
                                            "identityNumber", number,
                                            "mobile", mobile));
                    case Question.BankCard(var name, var number, var card, var mobile) ->
                            realName.post(
                                    "/v1/checks/bank-card",
                                    key,
                                    Map.of(
                                            "name", name,
                                            "identityNumber", number,
                                            "cardNumber", card,
                                            "mobile", mobile));
                    case Question.Enterprise enterprise ->
                            register.post("/v1/checks/enterprise", key, fields(enterprise));
                    case Question.Face _, Question.Holder _ ->
                            throw new IllegalArgumentException("nothing to be answered at once");
                };
        return switch (reply) {
            case JsonEndpoint.Reply.Read(JsonNode body, String digest) ->
                    result(body.path("result").asString(""))
                            .<Answer>map(
                                    result -> new Answer.Found(result, reference(body), digest))
                            .orElseGet(() -> new Answer.Unavailable("NO_RESULT"));
            case JsonEndpoint.Reply.None(String reason) -> new Answer.Unavailable(reason);
        };
    }

    /** The result that a word names, if it names one. */
    static Optional<Result> result(String word) {
        return Arrays.stream(Result.values()).filter(each -> each.name().equals(word)).findFirst();
    }

    /** As much of the source's own number as is worth keeping. */
    static String reference(JsonNode body) {
        String text = body.path("reference").asString("").replaceAll("[^A-Za-z0-9._-]", "");
        return text.substring(0, Math.min(text.length(), 80));
    }

    private static Map<String, String> fields(Question.Enterprise enterprise) {
        Map<String, String> fields = new HashMap<>();
        fields.put("creditCode", enterprise.creditCode());
        fields.put("name", enterprise.name());
        if (enterprise.legalName() != null) {
            fields.put("legalName", enterprise.legalName());
        }
        return fields;
    }
}
