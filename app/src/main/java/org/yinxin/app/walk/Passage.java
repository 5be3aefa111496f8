package org.yinxin.app.walk;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.walk.Walk.HallAddress;
import tools.jackson.databind.JsonNode;

/** Passes one application through its gates, whatever order the plan has put them in. */
final class Passage {

    /** More steps than any plan has gates: an application that does not move any more is not walked for ever. */
    private static final int MOST_STEPS = 60;

    private final HallAddress hall;
    private final Steps steps;
    private final SecureRandom random;
    private final SubscriberWalk subscriber;
    private final Officers officers;
    private @Nullable JsonNode pair;

    Passage(
            HallAddress hall,
            Steps steps,
            SecureRandom random,
            SubscriberWalk subscriber,
            Officers officers) {
        this.hall = hall;
        this.steps = steps;
        this.random = random;
        this.subscriber = subscriber;
        this.officers = officers;
    }

    /** Goes on until every gate is passed; answers the application then. */
    JsonNode through() {
        String before = "";
        for (int step = 0; step < MOST_STEPS; step++) {
            JsonNode view = subscriber.view();
            if ("FINISHED".equals(view.path("status").path("code").asString())) {
                return view;
            }
            JsonNode gate = workable(view);
            String code = gate.path("code").asString();
            if (code.equals(before)) {
                throw new StepFailed("the gate " + code + " does not pass: " + view.path("status"));
            }
            before = code;
            pass(gate, code);
        }
        throw new StepFailed("the application has more steps than a plan can have");
    }

    /** The pair that was made on the way. */
    JsonNode pair() {
        if (pair == null) {
            throw new StepFailed("no certificates were made on the way");
        }
        return pair;
    }

    private static JsonNode workable(JsonNode view) {
        for (JsonNode gate : view.path("gates")) {
            String state = gate.path("state").asString();
            if ("OPEN".equals(state) || "RETURNED".equals(state)) {
                return gate;
            }
        }
        throw new StepFailed("nothing can be done: " + view.path("status"));
    }

    private void pass(JsonNode gate, String code) {
        String kind = gate.path("kind").asString();
        if ("production".equals(kind)) {
            produce(gate);
            return;
        }
        steps.take(
                kind.replace('-', ' ') + " " + code.toLowerCase(Locale.ROOT), () -> by(kind, gate));
    }

    private void by(String kind, JsonNode gate) {
        String code = gate.path("code").asString();
        switch (kind) {
            case "form" -> subscriber.fillIn(code);
            case "consent" -> subscriber.agree();
            case "papers" -> subscriber.givePapers(code);
            case "submission" -> subscriber.submit();
            case "payment" -> pay(gate);
            case "activation" -> subscriber.activate(code);
            case "identity" -> new Identity(subscriber).prove(gate);
            case "bank-check" -> new Identity(subscriber).proveAccount(gate);
            case "review" -> officers.review(subscriber.number());
            case "delivery" -> officers.deliver(subscriber.number(), gate);
            default -> throw new StepFailed("the demonstration cannot pass a gate of kind " + kind);
        }
    }

    private void produce(JsonNode gate) {
        String number = subscriber.number();
        boolean own = offered(gate.path("settings").path("by"), "SUBSCRIBER");
        SoftKey key = steps.take("make a key on a soft token", () -> SoftKey.make(hall, random));
        JsonNode made =
                steps.take(
                        "produce the certificates",
                        () ->
                                own
                                        ? subscriber.produce(key.request())
                                        : officers.produce(number, key.request()));
        steps.take("write them to the key", () -> key.install(made));
        steps.take(
                "prove the key and confirm",
                () -> {
                    var proof = key.prove(made.path("challenge"));
                    if (own) {
                        subscriber.confirm(proof);
                    } else {
                        officers.confirm(number, proof);
                    }
                });
        pair = made;
    }

    /** On line where the plan takes that; otherwise by bank, with a voucher that the finance officer checks. */
    private void pay(JsonNode gate) {
        if (offered(gate.path("settings").path("channels"), "wechat")) {
            subscriber.pay();
        } else {
            officers.confirmTransfer(subscriber.number(), subscriber.transfer());
        }
    }

    private static boolean offered(JsonNode choices, String wanted) {
        for (JsonNode choice : choices) {
            if (wanted.equals(choice.asString())) {
                return true;
            }
        }
        return false;
    }
}
