package org.yinxin.app.walk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Applications from sign-in to the certificates, one line a step, through the public interfaces alone. Stops at the first step that fails, with what was
 * answered.
 */
public final class Walk {

    private final HallAddress hall;
    private final Steps steps;
    private final SecureRandom random;

    /**
     * Prepares a walk.
     *
     * @param out where the lines go
     */
    public Walk(HallAddress hall, PrintStream out, SecureRandom random) {
        this.hall = hall;
        this.steps = new Steps(out);
        this.random = random;
    }

    /**
     * What a walker must know to come in.
     *
     * @param url where the hall answers
     * @param keyAgent where the key agent answers
     * @param accounts the file with the staff's first passwords
     */
    public record HallAddress(String url, String keyAgent, Path accounts) {}

    /**
     * Walks and answers whether it arrived.
     *
     * @param plan the plan to choose; {@code all} for each of them; {@code null} for the first that is offered
     * @param business the business to choose; {@code null} for the first of the plan
     * @param out the folder that the certificates are written to, one folder in it for each plan when all are walked
     */
    public boolean arrives(@Nullable String plan, @Nullable String business, Path out) {
        try {
            Door nobody = Door.of(hall.url());
            List<JsonNode> chosen =
                    steps.take(
                            "choose a business",
                            () ->
                                    Businesses.choose(
                                            nobody.get("/api/v1/businesses"), plan, business));
            Answers answers = Answers.read();
            Door subscriber =
                    steps.take(
                            "sign in with a text message",
                            () -> SignIn.subscriber(nobody, answers));
            Officers officers = new Officers(nobody, Accounts.read(hall.accounts()));
            for (JsonNode each : chosen) {
                String code = each.path("plan").asString();
                Path folder = chosen.size() == 1 ? out : out.resolve(code);
                steps.begin(code + " " + each.path("business").asString());
                walk(SubscriberWalk.open(subscriber, each, answers), officers, new Issued(folder));
            }
            return true;
        } catch (StepFailed failed) {
            steps.failed(failed);
            return false;
        }
    }

    private void walk(SubscriberWalk application, Officers officers, Issued issued) {
        Passage passage = new Passage(hall, steps, random, application, officers);
        JsonNode done = passage.through();
        steps.take("write what was issued", () -> issued.write(passage.pair(), done));
        steps.arrived(application.number(), issued.folder());
    }
}
