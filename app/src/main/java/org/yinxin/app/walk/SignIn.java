package org.yinxin.app.walk;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Comes in, as a subscriber or as staff. */
final class SignIn {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private SignIn() {}

    static Door subscriber(Door nobody, Answers answers) {
        String mobile = answers.mobile();
        nobody.post("/api/v1/sign-in/codes", Map.of("mobile", mobile));
        String code = Door.await("the text message", () -> latestCode(nobody, mobile));
        return with(nobody, nobody.post("/api/v1/sign-in", Map.of("mobile", mobile, "code", code)));
    }

    static Door staff(Door nobody, Accounts accounts, String name) {
        return with(
                nobody,
                nobody.post(
                        "/api/v1/staff/sign-in",
                        Map.of("name", name, "password", accounts.password(name))));
    }

    private static Door with(Door nobody, JsonNode signedIn) {
        return nobody.with(signedIn.path("token").asString());
    }

    private static @Nullable String latestCode(Door nobody, String mobile) {
        for (JsonNode message : nobody.get("/demo/inbox.json?mobile=" + mobile)) {
            Matcher code = CODE.matcher(message.path("text").asString());
            if (code.find()) {
                return code.group();
            }
        }
        return null;
    }
}
