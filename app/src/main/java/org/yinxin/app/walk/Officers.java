package org.yinxin.app.walk;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The staff, each signed in once: two officers, who must not be one person, a producer and a finance officer. */
final class Officers {

    private final Door nobody;
    private final Accounts accounts;
    private final Map<String, Door> signedIn = new HashMap<>();

    Officers(Door nobody, Accounts accounts) {
        this.nobody = nobody;
        this.accounts = accounts;
    }

    void review(String number) {
        Door entry = door("entry");
        entry.get("/api/v1/staff/reviews/" + number);
        entry.post(
                "/api/v1/staff/reviews/" + number + "/entry",
                Map.of("verdicts", Map.of(), "note", "资料清晰"));
        Door approval = door("approval");
        boolean surcharged =
                approval.get("/api/v1/staff/reviews/" + number).hasNonNull("surcharge");
        Map<String, Object> decision = new HashMap<>();
        decision.put("decision", "approve");
        if (surcharged) {
            decision.put("surcharge", Map.of("amount", "0"));
        }
        approval.post("/api/v1/staff/reviews/" + number + "/decision", decision);
    }

    /** Finds the voucher of a case and says that this much has arrived, in yuan. */
    void confirmTransfer(String number, String amount) {
        Door finance = door("finance");
        for (JsonNode voucher : finance.get("/api/v1/staff/vouchers")) {
            if (number.equals(voucher.path("order").path("caseNumber").asString())) {
                String id = voucher.path("id").asString();
                finance.post(
                        "/api/v1/staff/vouchers/" + id + "/confirmation",
                        Map.of("received", amount, "transaction", "B" + id));
                return;
            }
        }
        throw new StepFailed("no voucher of " + number + " waits to be checked");
    }

    JsonNode produce(String number, String signingRequest) {
        return door("producer")
                .post(
                        "/api/v1/staff/productions/" + number,
                        Map.of("signingRequest", signingRequest));
    }

    void confirm(String number, Map<String, String> proof) {
        door("producer").post("/api/v1/staff/productions/" + number + "/confirmation", proof);
    }

    void deliver(String number, JsonNode gate) {
        String way = gate.path("settings").path("ways").path(0).asString();
        Map<String, String> handedOver =
                "PICKUP".equals(way)
                        ? Map.of("way", way)
                        : Map.of("way", way, "carrier", "演示快递", "trackingNumber", "YX0000000001");
        door("producer")
                .post(
                        "/api/v1/staff/deliveries/" + number + "/" + gate.path("code").asString(),
                        handedOver);
    }

    private Door door(String name) {
        return signedIn.computeIfAbsent(name, it -> SignIn.staff(nobody, accounts, it));
    }
}
