package org.yinxin.acceptance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a business asks for, as the hall tells everybody under {@code /api/v1/businesses}. */
record Offer(JsonNode json) {

    static List<Offer> ofPlan(RunningHall hall, String plan) {
        List<Offer> found = new ArrayList<>();
        for (JsonNode each :
                Client.anonymous(hall.address()).get("/api/v1/businesses").expect(200)) {
            if (plan.equals(each.path("plan").asString())) {
                found.add(new Offer(each));
            }
        }
        return found;
    }

    static Offer of(RunningHall hall, String plan, String business) {
        return ofPlan(hall, plan).stream()
                .filter(each -> business.equals(each.code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + plan + " " + business));
    }

    String plan() {
        return text("plan");
    }

    String code() {
        return text("business");
    }

    String kind() {
        return text("kind");
    }

    String title() {
        return text("title");
    }

    String summary() {
        return text("summary");
    }

    String channel() {
        return text("channel");
    }

    /** What it costs in fen, for the first number of years and without anything chosen. */
    int fen() {
        return Fen.of(text("fee"));
    }

    /** Codes of the gates, in the order in which the plan writes them. */
    List<String> gates() {
        return texts("gates", "code");
    }

    /** The promise of a gate; empty when there is none. */
    String promise(String gate) {
        return gate(gate).path("promise").asString("");
    }

    /** Names of the questions of a gate. */
    List<String> questions(String gate) {
        List<String> names = new ArrayList<>();
        for (JsonNode field : json.path("fields")) {
            if (gate.equals(field.path("gate").asString())) {
                names.add(field.path("name").asString());
            }
        }
        return names;
    }

    JsonNode question(String name) {
        for (JsonNode field : json.path("fields")) {
            if (name.equals(field.path("name").asString())) {
                return field;
            }
        }
        throw new AssertionError(plan() + " " + code() + " does not ask for " + name);
    }

    /** Codes of all papers. */
    List<String> papers() {
        return texts("papers", "code");
    }

    /** Codes of the papers of a gate. */
    List<String> papersOf(String gate) {
        List<String> codes = new ArrayList<>();
        for (JsonNode paper : json.path("papers")) {
            if (gate.equals(paper.path("gate").asString())) {
                codes.add(paper.path("code").asString());
            }
        }
        return codes;
    }

    JsonNode paper(String code) {
        for (JsonNode paper : json.path("papers")) {
            if (code.equals(paper.path("code").asString())) {
                return paper;
            }
        }
        throw new AssertionError(plan() + " " + code() + " wants no " + code);
    }

    /** Whether each of these gates can only be worked after the one before it. */
    boolean inThisOrder(String... gates) {
        for (int i = 1; i < gates.length; i++) {
            if (!before(gates[i - 1], gates[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether none of these gates waits for another of them. */
    boolean inAnyOrder(String... gates) {
        for (String one : gates) {
            for (String other : gates) {
                if (before(one, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean before(String first, String then) {
        for (JsonNode after : gate(then).path("after")) {
            if (first.equals(after.asString()) || before(first, after.asString())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode gate(String code) {
        for (JsonNode gate : json.path("gates")) {
            if (code.equals(gate.path("code").asString())) {
                return gate;
            }
        }
        throw new AssertionError(plan() + " " + code() + " has no gate " + code);
    }

    private String text(String name) {
        return json.path(name).asString();
    }

    private List<String> texts(String list, String name) {
        List<String> texts = new ArrayList<>();
        json.path(list).forEach(each -> texts.add(each.path(name).asString()));
        return texts;
    }
}
