package org.yinxin.app.walk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Proves who somebody is, and whose account it is, with the stand-ins of the demonstration behind it. */
record Identity(SubscriberWalk application) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    /** By the first method that asks for nothing but the form, or else by a text message. */
    void prove(JsonNode gate) {
        String path = application.path("/identity/" + gate.path("code").asString());
        String method = method(gate.path("settings").path("methods"));
        JsonNode started = application.door().post(path, Map.of("method", method));
        if ("SMS".equals(method)) {
            String code = Door.await("the text message", this::latestCode);
            application.door().post(path + "/confirmation", Map.of("code", code));
        } else if (started.isMissingNode()) {
            throw new StepFailed("the identity was not checked");
        }
    }

    void proveAccount(JsonNode gate) {
        Door door = application.door();
        Map<String, String> answers = application.answers().byField();
        String path = application.path("/bank-check/" + gate.path("code").asString());
        Map<String, String> account = new LinkedHashMap<>();
        account.put("accountName", answers.getOrDefault("organisationName", ""));
        account.put("accountNumber", answers.getOrDefault("bankAccount", ""));
        account.put("bank", answers.getOrDefault("bankName", ""));
        door.post(path, account);
        String memo =
                Door.await(
                        "the transfer", () -> memo(door, answers.getOrDefault("bankAccount", "")));
        door.post(path + "/confirmation", Map.of("memo", memo));
    }

    private static String method(JsonNode methods) {
        for (String wanted : new String[] {"REGISTER", "MOBILE", "SMS"}) {
            for (JsonNode method : methods) {
                if (wanted.equals(method.asString())) {
                    return wanted;
                }
            }
        }
        throw new StepFailed("the demonstration knows none of the methods " + methods);
    }

    private @Nullable String latestCode() {
        String inbox = "/demo/inbox.json?mobile=" + application.answers().mobile();
        for (JsonNode message : application.door().get(inbox)) {
            Matcher code = CODE.matcher(message.path("text").asString());
            if (code.find()) {
                return code.group();
            }
        }
        return null;
    }

    private static @Nullable String memo(Door door, String account) {
        for (JsonNode transfer : door.get("/demo/bank.json?account=" + account)) {
            Matcher memo = CODE.matcher(transfer.path("memo").asString());
            if (memo.find()) {
                return memo.group();
            }
        }
        return null;
    }
}
