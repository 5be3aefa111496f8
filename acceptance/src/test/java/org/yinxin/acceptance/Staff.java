package org.yinxin.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The staff of a hall, each signed in when first needed. */
final class Staff {

    private final RunningHall hall;
    private final Map<String, Client> signedIn = new ConcurrentHashMap<>();

    private Staff(RunningHall hall) {
        this.hall = hall;
    }

    static Staff of(RunningHall hall) {
        return new Staff(hall);
    }

    Client entryOfficer() {
        return signedIn("entry");
    }

    Client approvingOfficer() {
        return signedIn("approval");
    }

    Client producer() {
        return signedIn("producer");
    }

    Client finance() {
        return signedIn("finance");
    }

    JsonNode review(String number) {
        return approvingOfficer().get("/api/v1/staff/reviews/" + number).expect(200);
    }

    void enter(String number) {
        enter(number, Map.of()).expect(200);
    }

    /** Enters with these verdicts, {@code ok} or {@code doubt} for each item that the hall has a remark about. */
    Client.Answer enter(String number, Map<String, String> verdicts) {
        return entryOfficer()
                .post(
                        "/api/v1/staff/reviews/" + number + "/entry",
                        Map.of("verdicts", verdicts, "note", "原件清晰"));
    }

    Client.Answer decide(
            Client officer, String number, String decision, List<Map<String, String>> reasons) {
        return officer.post(
                "/api/v1/staff/reviews/" + number + "/decision",
                Map.of("decision", decision, "reasons", reasons));
    }

    void approve(String number) {
        enter(number);
        decide(approvingOfficer(), number, "approve", List.of()).expect(200);
    }

    /**
     * Approves and sets an amount.
     *
     * @param surcharge {@code amount} in yuan, {@code months} and {@code days} since the end of the old certificate
     */
    Client.Answer approveWith(String number, Map<String, ?> surcharge) {
        return approvingOfficer()
                .post(
                        "/api/v1/staff/reviews/" + number + "/decision",
                        Map.of("decision", "approve", "surcharge", surcharge));
    }

    /** Returns one item for a reason of the plan's catalogue. */
    void giveBack(String number, String item, String reason) {
        enter(number);
        Map<String, String> why = Map.of("item", item, "reason", reason, "text", "请更正");
        decide(approvingOfficer(), number, "return", List.of(why)).expect(200);
    }

    void refuse(String number, String reason) {
        enter(number);
        Map<String, String> why = Map.of("item", "", "reason", reason, "text", "不予办理");
        decide(approvingOfficer(), number, "refuse", List.of(why)).expect(200);
    }

    /** Finds the voucher of a case and says that what is on the account fits it. */
    void confirmVoucher(String number, String received) {
        for (JsonNode voucher : finance().get("/api/v1/staff/vouchers").expect(200)) {
            if (number.equals(voucher.path("order").path("caseNumber").asString())) {
                String id = voucher.path("id").asString();
                finance()
                        .post(
                                "/api/v1/staff/vouchers/" + id + "/confirmation",
                                Map.of("received", received, "transaction", "B" + id))
                        .expect(200);
                return;
            }
        }
        throw new AssertionError("no voucher of " + number + " waits");
    }

    /** Hands over what a delivery gate waits for, by its first way. */
    void deliver(String number, JsonNode gate) {
        String way = gate.path("settings").path("ways").path(0).asString();
        var handedOver = new LinkedHashMap<String, String>(Map.of("way", way));
        if (!"PICKUP".equals(way)) {
            handedOver.put("carrier", "测试快递");
            handedOver.put("trackingNumber", "YX0000000001");
        }
        String path = "/api/v1/staff/deliveries/" + number + "/" + gate.path("code").asString();
        producer().post(path, handedOver).expect(200);
    }

    private Client signedIn(String name) {
        return signedIn.computeIfAbsent(name, hall::staff);
    }
}
