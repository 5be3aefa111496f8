package org.yinxin.acceptance;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who a party of an application is, proved at one gate with the stand-ins behind it. */
record IdentityStep(Case subject, String gate) {

    /** Nobody's: its check digit is right. */
    private static final String CARD = "6222020000000000018";

    private static final List<String> LEAST_FIRST = List.of("REGISTER", "MOBILE", "SMS");

    /**
     * Proves it.
     *
     * @param wanted the method where it is offered; otherwise the one that asks for least is taken
     */
    void prove(String wanted) {
        JsonNode open = subject.owner().get(path()).expect(200);
        String mobile = mobile(open.path("party").asString());
        int before = subject.owner().codes(mobile, subject.number()).size();
        JsonNode state = begin(method(open.path("methods"), wanted)).expect(200);
        switch (state.path("state").asString()) {
            case "code-sent" ->
                    confirm(subject.owner().codeAfter(mobile, subject.number(), before))
                            .expect(200);
            case "face-waiting" -> {
                look(state.path("link").asString(), true);
                subject.owner().post(path() + "/confirmation", Map.of()).expect(200);
            }
            case "passed" -> {}
            default -> throw new AssertionError("the identity was not proved: " + state);
        }
    }

    Client.Answer begin(String method) {
        Map<String, String> how =
                "BANK_CARD".equals(method)
                        ? Map.of("method", method, "card", CARD)
                        : Map.of("method", method);
        return subject.owner().post(path(), how);
    }

    Client.Answer confirm(String code) {
        return subject.owner().post(path() + "/confirmation", Map.of("code", code));
    }

    /** Whoever holds the telephone looks into it: the right person or somebody else. */
    void look(String link, boolean right) {
        subject.owner().post("/demo/face", Map.of("link", link, "yes", right)).expect(204);
    }

    private String path() {
        return subject.path("/identity/" + gate);
    }

    private String mobile(String party) {
        return subject.answers()
                .get(
                        switch (party) {
                            case "LEGAL_REPRESENTATIVE" -> "legalMobile";
                            case "APPLICANT" -> "applicantMobile";
                            case "OLD_MOBILE" -> "oldMobile";
                            case "NEW_MOBILE" -> "newMobile";
                            default -> "agentMobile";
                        });
    }

    private static String method(JsonNode methods, String wanted) {
        List<String> offered = methods.valueStream().map(JsonNode::asString).toList();
        if (offered.contains(wanted)) {
            return wanted;
        }
        return LEAST_FIRST.stream()
                .filter(offered::contains)
                .findFirst()
                .orElseGet(offered::getFirst);
    }
}
