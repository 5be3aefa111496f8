package org.yinxin.acceptance;

import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A locked medium takes a new PIN: by a code or a link to the agent where that is offered, else by an officer. */
record UnlockStep(Case subject, Staff staff, Medium medium) {

    private static final String NEW_PIN = "246802";

    void unlock(JsonNode gate) {
        if (!(medium instanceof AgentToken token)) {
            throw new AssertionError("only a token of the key agent can be unlocked");
        }
        boolean byCode = false;
        boolean byLink = false;
        boolean atCounter = true;
        for (JsonNode mode : gate.path("settings").path("modes")) {
            byCode |= "SMS_CODE".equals(mode.asString());
            byLink |= "EMAIL_LINK".equals(mode.asString());
            atCounter &= "COUNTER".equals(mode.asString());
        }
        if (byCode) {
            grantByCode();
        } else if (byLink) {
            grantByLink();
        } else {
            staff.approvingOfficer()
                    .post(
                            "/api/v1/staff/unlockings/" + subject.number() + "/grant",
                            Map.of("counter", atCounter))
                    .expect(200);
        }
        JsonNode question = token.question();
        JsonNode answer =
                post(
                                "/answer",
                                Map.of(
                                        "token", question.path("token").asString(),
                                        "nonce", question.path("nonce").asString(),
                                        "replyKey", question.path("replyKey").asString(),
                                        "share", question.path("share").asString()))
                        .expect(200);
        token.unlock(answer, NEW_PIN);
        byte[] toSign = Base64.getDecoder().decode(answer.path("toSign").asString());
        Client.Answer confirmed = post("/confirmation", Map.of("signature", token.sign(toSign)));
        if (confirmed.status() >= 300) {
            confirmed.expect(200);
        }
    }

    private void grantByCode() {
        String mobile = subject.answers().get("agentMobile");
        int before = subject.owner().codes(mobile, "解锁").size();
        post("/codes", Map.of()).expect(202);
        String code = subject.owner().codeAfter(mobile, "解锁", before);
        post("/grant", Map.of("code", code)).expect(200);
    }

    private void grantByLink() {
        String link = subject.owner().linkTo(subject.answers().get("agentEmail"), subject.number());
        post("/link", Map.of("link", link)).expect(200);
    }

    private Client.Answer post(String path, Map<String, ?> body) {
        return subject.owner().post(subject.path("/unlock" + path), body);
    }
}
