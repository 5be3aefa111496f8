package org.yinxin.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The proof of a unit's own account at one gate: a small transfer whose memo is read at the bank. */
record BankCheckStep(Case subject, String gate) {

    void prove() {
        String account = subject.answers().get("bankAccount");
        int before = transfers(account).size();
        send(account).expect(200);
        JsonNode arrived =
                Client.await(
                        "the transfer",
                        () -> {
                            JsonNode all = transfers(account);
                            return all.size() > before ? Optional.of(all.get(0)) : Optional.empty();
                        });
        confirm(arrived.path("memo").asString()).expect(200);
    }

    /** How it stands: {@code state}, {@code attemptsLeft}, {@code expires} … */
    JsonNode standing() {
        return subject.owner().get(path()).expect(200);
    }

    /** Waits until the bank has answered. */
    JsonNode becomes(String state) {
        return Client.await(
                "the bank check " + state,
                () -> {
                    JsonNode standing = standing();
                    return state.equals(standing.path("state").asString())
                            ? Optional.of(standing)
                            : Optional.empty();
                });
    }

    /** Has the amount sent to an account of the unit. */
    Client.Answer send(String account) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("accountName", subject.answers().get("organisationName"));
        typed.put("accountNumber", account);
        typed.put("bank", subject.answers().get("bankName"));
        return subject.owner().post(path(), typed);
    }

    Client.Answer confirm(String memo) {
        return subject.owner().post(path() + "/confirmation", Map.of("memo", memo));
    }

    /** What the bank shows of an account, newest first: {@code fen}, {@code memo}, {@code payeeName} … */
    JsonNode transfers(String account) {
        return subject.owner().get("/demo/bank.json?account=" + account).expect(200);
    }

    private String path() {
        return subject.path("/bank-check/" + gate);
    }
}
