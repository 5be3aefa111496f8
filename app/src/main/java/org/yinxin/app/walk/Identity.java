package org.yinxin.app.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        JsonNode open = application.door().get(path);
        String mobile = mobile(open.path("party").asString());
        int before = codes(mobile).size();
        JsonNode started =
                application.door().post(path, Map.of("method", method(open.path("methods"))));
        JsonNode proved =
                "code-sent".equals(started.path("state").asString())
                        ? application
                                .door()
                                .post(
                                        path + "/confirmation",
                                        Map.of("code", codeAfter(mobile, before)))
                        : started;
        if (!"passed".equals(proved.path("state").asString())) {
            throw new StepFailed("the identity was not proved: " + proved);
        }
    }

    void proveAccount(JsonNode gate) {
        Door door = application.door();
        Map<String, String> answers = application.answers().byField();
        String path = application.path("/bank-check/" + gate.path("code").asString());
        String number = answers.getOrDefault("bankAccount", "");
        int before = memos(number).size();
        Map<String, String> account = new LinkedHashMap<>();
        account.put("accountName", answers.getOrDefault("organisationName", ""));
        account.put("accountNumber", number);
        account.put("bank", answers.getOrDefault("bankName", ""));
        door.post(path, account);
        String memo = Door.await("the transfer", () -> newest(memos(number), before));
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

    private String mobile(String party) {
        return switch (party) {
            case "LEGAL_REPRESENTATIVE" -> answer("legalMobile");
            case "APPLICANT" -> answer("applicantMobile");
            default -> application.answers().mobile();
        };
    }

    private String answer(String field) {
        return application.answers().byField().getOrDefault(field, "");
    }

    private String codeAfter(String mobile, int before) {
        return Door.await("the text message", () -> newest(codes(mobile), before));
    }

    private static @Nullable String newest(List<String> found, int before) {
        return found.size() > before ? found.getFirst() : null;
    }

    /** The codes that were sent for this case; not the one that its subscriber signed in with. */
    private List<String> codes(String mobile) {
        List<String> codes = new ArrayList<>();
        for (JsonNode message : application.door().get("/demo/inbox.json?mobile=" + mobile)) {
            String text = message.path("text").asString();
            Matcher code = CODE.matcher(text);
            if (text.contains(application.number()) && code.find()) {
                codes.add(code.group());
            }
        }
        return codes;
    }

    private List<String> memos(String account) {
        List<String> memos = new ArrayList<>();
        for (JsonNode transfer : application.door().get("/demo/bank.json?account=" + account)) {
            memos.add(transfer.path("memo").asString());
        }
        return memos;
    }
}
