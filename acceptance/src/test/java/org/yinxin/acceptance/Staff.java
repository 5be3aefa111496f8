package org.yinxin.acceptance;

import java.util.List;
import java.util.Map;

/** The two officers of a case. */
record Staff(Client entryOfficer, Client approvingOfficer) {

    static Staff of(RunningHall hall) {
        return new Staff(hall.staff("entry"), hall.staff("approval"));
    }

    void enter(String number) {
        entryOfficer
                .post(
                        "/api/v1/staff/reviews/" + number + "/entry",
                        Map.of("verdicts", Map.of(), "note", "原件清晰"))
                .expect(200);
    }

    Client.Answer decide(
            Client officer, String number, String decision, List<Map<String, String>> reasons) {
        return officer.post(
                "/api/v1/staff/reviews/" + number + "/decision",
                Map.of("decision", decision, "reasons", reasons));
    }

    void approve(String number) {
        enter(number);
        decide(approvingOfficer, number, "approve", List.of()).expect(200);
    }
}
