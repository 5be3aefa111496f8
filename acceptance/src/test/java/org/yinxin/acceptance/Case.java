package org.yinxin.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One application of any plan as its owner sees it. */
record Case(Client owner, Offer offer, Answers answers, String number) {

    /** Opens a business that is about no certificate. */
    static Case open(Client owner, Offer offer, Answers answers) {
        Map<String, String> opening = Map.of("plan", offer.plan(), "business", offer.code());
        return of(owner, offer, answers, owner.post("/api/v1/applications", opening).expect(201));
    }

    /** Opens a business about a pair; no bids of it are unopened. */
    static Case about(Pair pair, Offer offer) {
        return of(pair.owner(), offer, pair.answers(), tryAbout(pair, offer).expect(201));
    }

    /** The same with whatever the hall answers, for refusals. */
    static Client.Answer tryAbout(Pair pair, Offer offer) {
        var opening = new LinkedHashMap<String, Object>();
        opening.put("plan", offer.plan());
        opening.put("business", offer.code());
        opening.put("certificate", pair.serial());
        opening.put("openBids", false);
        return pair.owner().post("/api/v1/applications", opening);
    }

    private static Case of(Client owner, Offer offer, Answers answers, JsonNode view) {
        return new Case(owner, offer, answers, view.get("number").asString());
    }

    /** The same application, answered otherwise from here on. */
    Case answering(Answers others) {
        return new Case(owner, offer, others, number);
    }

    String path(String rest) {
        return "/api/v1/applications/" + number + rest;
    }

    JsonNode view() {
        return owner.get(path("")).expect(200);
    }

    /** The status in the plan's own words. */
    String status() {
        return view().path("status").path("words").asString();
    }

    boolean finished() {
        return "FINISHED".equals(view().path("status").path("code").asString());
    }

    JsonNode gate(String code) {
        for (JsonNode gate : view().path("gates")) {
            if (code.equals(gate.path("code").asString())) {
                return gate;
            }
        }
        throw new AssertionError(number + " has no gate " + code);
    }

    /** {@code SHUT}, {@code OPEN}, {@code PASSED}, {@code RETURNED} or {@code REFUSED}. */
    String state(String gate) {
        return gate(gate).path("state").asString();
    }

    /** Codes of the gates at which somebody can work now. */
    List<String> workable() {
        List<String> codes = new ArrayList<>();
        for (JsonNode gate : view().path("gates")) {
            String state = gate.path("state").asString();
            if ("OPEN".equals(state) || "RETURNED".equals(state)) {
                codes.add(gate.path("code").asString());
            }
        }
        return codes;
    }

    /** What is to be paid, or was, in fen. */
    int bill() {
        return Fen.of(view().path("order").path("amount").asString());
    }

    /** The bill by its lines, in fen, and how its money stands. */
    JsonNode order() {
        return owner.get("/api/v1/orders/" + view().path("order").path("id").asString())
                .expect(200);
    }

    /** What happened, oldest first, in the plan's own words. */
    List<String> history() {
        List<String> words = new ArrayList<>();
        view().path("timeline").forEach(moment -> words.add(moment.path("what").asString()));
        return words;
    }
}
