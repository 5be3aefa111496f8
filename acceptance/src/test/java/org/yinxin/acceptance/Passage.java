package org.yinxin.acceptance;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Works the gates of one application over the open API, each by its kind: the subscriber's with the subscriber's answers,
 * the others with the staff. Which gates there are, and in which order they open, is the plan's.
 */
final class Passage {

    /** More steps than any plan has gates. */
    private static final int MOST_STEPS = 60;

    /** Kinds of gates that the hall passes behind the answer to whoever opened them. */
    private static final List<String> BY_THE_HALL =
            List.of("certificate-status", "enablement", "mobile-change");

    private final Case subject;
    private final Staff staff;
    private final Medium medium;
    private Medium old;
    private String channel = "wechat";
    private Map<String, ?> surcharge = Map.of("amount", "0");
    private String method = "";

    /**
     * The way of one application.
     *
     * @param medium where new certificates go
     */
    Passage(Case subject, Staff staff, Medium medium) {
        this.subject = subject;
        this.staff = staff;
        this.medium = medium;
        this.old = medium;
    }

    /** Has this pair at hand, which the case is about. */
    Passage holding(Pair pair) {
        old = pair.medium();
        return this;
    }

    /** Pays over this channel from here on; otherwise it is WeChat. */
    Passage paying(String code) {
        channel = code;
        return this;
    }

    /** Sets this surcharge where the reviewer is asked for one; otherwise it is nothing. */
    Passage surcharging(Map<String, ?> set) {
        surcharge = set;
        return this;
    }

    /** Identifies by this method where there is a choice; otherwise by the one that asks for least. */
    Passage identifying(String by) {
        method = by;
        return this;
    }

    Case subject() {
        return subject;
    }

    /** Works these gates one after the other; each must be open by then, and is passed afterwards. */
    Passage pass(String... gates) {
        for (String code : gates) {
            JsonNode gate = subject.gate(code);
            String state = gate.path("state").asString();
            if ("PASSED".equals(state) && BY_THE_HALL.contains(gate.path("kind").asString())) {
                continue; // the hall was faster
            }
            if (!"OPEN".equals(state) && !"RETURNED".equals(state)) {
                throw new AssertionError(code + " is " + state + ": " + subject.view());
            }
            work(gate);
            if (!"PASSED".equals(subject.state(code))) {
                throw new AssertionError(code + " did not pass: " + subject.view());
            }
        }
        return this;
    }

    /** Works everything but this gate, until only it can be worked. */
    Passage upTo(String code) {
        for (int step = 0; step < MOST_STEPS; step++) {
            List<String> workable = subject.workable();
            Optional<String> other =
                    workable.stream().filter(gate -> !gate.equals(code)).findFirst();
            if (other.isEmpty()) {
                if (!workable.contains(code)) {
                    throw new AssertionError(code + " does not open: " + subject.view());
                }
                return this;
            }
            pass(other.get());
        }
        throw new AssertionError("the application has more steps than a plan can have");
    }

    /** Works everything that is left. */
    Passage through() {
        for (int step = 0; step < MOST_STEPS && !subject.finished(); step++) {
            List<String> workable = subject.workable();
            if (!workable.isEmpty()) {
                pass(workable.getFirst());
            } else if (!subject.finished()) {
                throw new AssertionError("nothing can be done: " + subject.view());
            }
        }
        return this;
    }

    /** What was issued on the way. */
    Pair pair() {
        return Pair.of(subject, medium);
    }

    private void work(JsonNode gate) {
        String code = gate.path("code").asString();
        switch (gate.path("kind").asString()) {
            case "form" -> fillIn(code);
            case "consent" -> agree();
            case "papers" -> givePapers(code);
            case "submission" -> post("/submission", Map.of());
            case "payment" -> pay();
            case "identity" -> new IdentityStep(subject, code).prove(method);
            case "bank-check" -> new BankCheckStep(subject, code).prove();
            case "key" -> proveKey(code);
            case "review" -> review();
            case "production" -> produce(gate);
            case "delivery" -> staff.deliver(subject.number(), gate);
            case "activation" -> post("/activation/" + code, Map.of());
            case "unlock" -> new UnlockStep(subject, staff, old).unlock(gate);
            case "certificate-status", "enablement", "mobile-change" -> awaitPassed(code);
            default -> throw new AssertionError("nobody knows how to work " + gate);
        }
    }

    private void fillIn(String gate) {
        subject.owner()
                .put(subject.path("/form"), subject.answers().at(subject.offer(), gate))
                .expect(200);
    }

    private void agree() {
        JsonNode agreement = subject.owner().get(subject.path("/agreement")).expect(200);
        post(
                "/agreement",
                Map.of(
                        "version", agreement.get("version").asString(),
                        "sm3", agreement.get("sm3").asString()));
    }

    private void givePapers(String gate) {
        for (JsonNode paper : subject.view().path("papers")) {
            String code = paper.path("code").asString();
            JsonNode wanted = subject.offer().paper(code);
            if (paper.path("required").asBoolean()
                    && paper.path("changeable").asBoolean()
                    && gate.equals(wanted.path("gate").asString())) {
                byte[] picture = Pictures.anyOf(wanted.path("formats"), code);
                subject.owner()
                        .put(subject.path("/papers/" + code), "application/octet-stream", picture)
                        .expect(200);
            }
        }
    }

    private void pay() {
        JsonNode order = post("/payment", Map.of("channel", channel));
        if ("transfer".equals(channel)) {
            byte[] voucher = Pictures.png("汇款凭证");
            String orders = "/api/v1/orders/" + order.path("orderId").asString();
            subject.owner()
                    .put(orders + "/voucher", "application/octet-stream", voucher)
                    .expect(200);
            staff.confirmVoucher(subject.number(), order.path("amount").asString());
        } else {
            Map<String, String> photographed = Map.of("codeUrl", order.path("codeUrl").asString());
            subject.owner().post("/demo/wechat", photographed).expect(200);
            String orders = "/api/v1/orders/" + order.path("orderId").asString();
            Client.await(
                    "the settled order", () -> settled(subject.owner().get(orders).expect(200)));
        }
    }

    private static Optional<JsonNode> settled(JsonNode order) {
        return "settled".equals(order.path("state").asString())
                ? Optional.of(order)
                : Optional.empty();
    }

    private void proveKey(String gate) {
        JsonNode asked = post("/key-proof/" + gate, Map.of());
        var proof = new LinkedHashMap<String, Object>();
        proof.put("certificate", asked.path("certificate").asString());
        proof.put("signature", old.sign(octets(asked.path("challenge"))));
        post("/key-proof/" + gate + "/confirmation", proof);
    }

    private void review() {
        String number = subject.number();
        if (staff.review(number).hasNonNull("surcharge")) {
            staff.enter(number);
            staff.approveWith(number, surcharge).expect(200);
        } else {
            staff.approve(number);
        }
    }

    private void produce(JsonNode gate) {
        boolean own = false;
        for (JsonNode maker : gate.path("settings").path("by")) {
            own |= "SUBSCRIBER".equals(maker.asString());
        }
        Client maker = own ? subject.owner() : staff.producer();
        String path =
                own ? subject.path("/production") : "/api/v1/staff/productions/" + subject.number();
        Map<String, String> request = Map.of("signingRequest", medium.signingRequest());
        JsonNode pair = maker.post(path, request).expect(200);
        medium.install(pair);
        JsonNode challenge = pair.path("challenge");
        maker.post(
                        path + "/confirmation",
                        Map.of(
                                "signature", medium.sign(octets(challenge.path("toSign"))),
                                "decrypted", medium.decrypt(octets(challenge.path("encrypted")))))
                .expect(200);
    }

    private void awaitPassed(String gate) {
        Client.await(
                gate + " of " + subject.number(),
                () -> "PASSED".equals(subject.state(gate)) ? Optional.of(true) : Optional.empty());
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return subject.owner().post(subject.path(path), body).expect(200);
    }

    private static byte[] octets(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}
