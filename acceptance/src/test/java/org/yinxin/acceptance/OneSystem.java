package org.yinxin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** One plan on one hall that goes through the days, with a subscriber who has most of the certificates. */
final class OneSystem implements AutoCloseable {

    private final HallOverTime hall;
    private final Path media;
    private final String plan;
    private final String mobile;
    private int others;

    OneSystem(Path data, Path media, String plan, String mobile) {
        this.hall = new HallOverTime(data);
        this.media = media;
        this.plan = plan;
        this.mobile = mobile;
    }

    HallOverTime hall() {
        return hall;
    }

    Offer offer(String business) {
        return hall.offer(plan, business);
    }

    List<Offer> offers() {
        return Offer.ofPlan(hall.hall(), plan);
    }

    void on(LocalDate day) {
        hall.on(day);
    }

    /** The pair as its subscriber has it, who has signed in today. */
    Pair mine(Pair pair) {
        return pair.of(hall.owner(mobile));
    }

    /** A first certificate of an organisation of its own. */
    Pair issue() {
        return walk(Answers.ofAnotherOrganisation(), medium());
    }

    Pair walk(Answers answers, Medium medium) {
        return hall.issue(hall.owner(mobile), offer("NEW"), answers, medium);
    }

    /** Of a subscriber of its own: nobody has two open cases of one business. */
    Passage first(Answers answers) {
        return first(answers, "NEW");
    }

    /** The same of another business that is about no certificate. */
    Passage first(Answers answers, String business) {
        others++;
        String other = Long.toString(Long.parseLong(mobile) + others);
        return new Passage(
                Case.open(hall.owner(other), offer(business), answers), hall.staff(), medium());
    }

    Passage first() {
        return first(Answers.ofAnotherOrganisation());
    }

    Passage begin(Pair pair, String business) {
        return begin(pair, business, medium());
    }

    Passage begin(Pair pair, String business, Medium next) {
        return hall.begin(mine(pair), plan, business, next);
    }

    /** The same with other answers than those of the certificate. */
    Passage begin(Pair pair, String business, Answers answers) {
        Case subject = Case.about(mine(pair), offer(business)).answering(answers);
        return new Passage(subject, hall.staff(), medium()).holding(pair);
    }

    Client.Answer tryBegin(Pair pair, String business) {
        return Case.tryAbout(mine(pair), offer(business));
    }

    AgentToken token() {
        return AgentToken.make(hall.hall(), hall.owner(mobile));
    }

    private Medium medium() {
        try {
            return new OpenSslKey(Files.createTempDirectory(media, "key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hall.close();
    }
}
