package org.yinxin.bench.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yinxin.app.RunningHall;
import org.yinxin.bench.asking.Question.Reader;
import org.yinxin.bench.rows.Rows;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;

/** Takes the time of every list of a hall. */
public final class Lists {

    /** The machine may be busy with other things for a while: of so many rounds the best counts. */
    public static final int ROUNDS = 3;

    private final RunningHall hall;
    private final Rows rows;
    private final int requests;
    private final int clients;
    private final String only;

    /**
     * Over a hall.
     *
     * @param clients who ask at the same time
     * @param requests how often each question is asked in a round
     * @param only what the names of the questions contain that are asked; empty for all
     */
    public Lists(RunningHall hall, Rows rows, int clients, int requests, String only) {
        this.hall = hall;
        this.rows = rows;
        this.clients = clients;
        this.requests = requests;
        this.only = only;
    }

    /** One question with the figures of its best round. */
    public record Taken(String name, String face, Figures figures) {}

    /**
     * Asks everything over the cases that there are now.
     *
     * @param rehearsals how often everything is asked before anything counts
     */
    public List<Taken> take(int rehearsals) {
        Door door = new Door(hall.address(), tokens());
        door.readForms();
        List<Question> questions =
                Questions.of(rows.samples(), rows.rarePlan(), door).stream()
                        .filter(question -> question.name().contains(only))
                        .toList();
        try (Asking asking = new Asking(door, clients)) {
            for (int i = 0; i < rehearsals; i++) {
                questions.forEach(question -> asking.ask(question, requests / 2));
            }
            List<Taken> taken = new ArrayList<>();
            for (Question question : questions) {
                taken.add(
                        new Taken(question.name(), question.face().word(), best(asking, question)));
            }
            return taken;
        }
    }

    private Figures best(Asking asking, Question question) {
        Figures best = asking.ask(question, requests);
        for (int round = 1; round < ROUNDS; round++) {
            Figures next = asking.ask(question, requests);
            best = next.p99() < best.p99() ? next : best;
        }
        return best;
    }

    private Map<Reader, String> tokens() {
        return Map.of(
                Reader.ENTRY, staff("entry"),
                Reader.APPROVAL, staff("approval"),
                Reader.PRODUCER, staff("producer"),
                Reader.FINANCE, staff("finance"),
                Reader.AUDITOR, staff("auditor"),
                Reader.SUBSCRIBER, token(TokenKind.SUBSCRIBER, rows.samples().account()));
    }

    private String staff(String name) {
        return token(TokenKind.OPERATOR, rows.operator(name));
    }

    private String token(TokenKind kind, UUID subject) {
        return hall.part(Tokens.class).issue(kind, subject).token();
    }
}
