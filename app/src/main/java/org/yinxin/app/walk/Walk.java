package org.yinxin.app.walk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One application from sign-in to the certificates, one line a step. Stops at the first step that fails, with what was
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
     * @param plan the plan to choose; {@code null} for the first that is offered
     * @param business the business to choose; {@code null} for the first of the plan
     * @param out the folder that the certificates are written to
     */
    public boolean arrives(@Nullable String plan, @Nullable String business, Path out) {
        try {
            walk(plan, business, new Issued(out));
            return true;
        } catch (StepFailed failed) {
            steps.failed(failed);
            return false;
        }
    }

    private void walk(@Nullable String plan, @Nullable String business, Issued issued) {
        Door nobody = Door.of(hall.url());
        JsonNode chosen =
                steps.take(
                        "choose a business",
                        () -> Businesses.choose(nobody.get("/api/v1/businesses"), plan, business));
        Answers answers = Answers.of(chosen.path("plan").asString());
        Door subscriber =
                steps.take("sign in with a text message", () -> SignIn.subscriber(nobody, answers));
        SubscriberWalk application =
                steps.take(
                        "open an application",
                        () -> SubscriberWalk.open(subscriber, chosen, answers));
        steps.take("fill in the form", application::fillIn);
        steps.take("accept the agreement", application::agree);
        steps.take("give the papers", application::givePapers);
        steps.take("submit", application::submit);

        Accounts accounts = Accounts.read(hall.accounts());
        Door entryOfficer =
                steps.take("an officer signs in", () -> SignIn.staff(nobody, accounts, "entry"));
        steps.take("enter the case", () -> Officers.enter(entryOfficer, application.number()));
        Door approvingOfficer =
                steps.take(
                        "another officer signs in",
                        () -> SignIn.staff(nobody, accounts, "approval"));
        steps.take("approve", () -> Officers.approve(approvingOfficer, application.number()));
        steps.take("pay", application::pay);

        SoftKey key = steps.take("make a key on a soft token", () -> SoftKey.make(hall, random));
        JsonNode pair =
                steps.take("produce the certificates", () -> application.produce(key.request()));
        steps.take("write them to the key", () -> key.install(pair));
        JsonNode done =
                steps.take(
                        "prove the key and confirm",
                        () -> application.confirm(key.prove(pair.path("challenge"))));
        steps.take("write what was issued", () -> issued.write(pair, done));
        steps.arrived(application.number(), issued.folder());
    }
}
