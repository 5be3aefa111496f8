package org.yinxin.bench.asking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yinxin.app.RunningHall;
import org.yinxin.bench.asking.Question.Reader;
import org.yinxin.bench.rows.Rows;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;

/** Takes the time of every list of a hall. */
public final class Lists implements AutoCloseable {

    private final RunningHall hall;
    private final Rows rows;
    private final int requests;
    private final List<Question> questions;
    private final Asking asking;
    private final Map<Integer, Figures> best = new HashMap<>();

    /**
     * Over the cases that there are now.
     *
     * @param clients who ask at the same time
     * @param requests how often each question is asked in a round
     * @param only what the names of the questions contain that are asked; empty for all
     */
    public Lists(RunningHall hall, Rows rows, int clients, int requests, String only) {
        this.hall = hall;
        this.rows = rows;
        this.requests = requests;
        Door door = new Door(hall.address(), tokens());
        door.readForms();
        this.questions =
                Questions.of(rows.samples(), rows.rarePlan(), door).stream()
                        .filter(question -> question.name().contains(only))
                        .toList();
        this.asking = new Asking(door, clients);
    }

    /** One question with the figures of its best round. */
    public record Taken(String name, String face, Figures figures) {}

    /** How many questions there are; the same ones for every hall. */
    public int size() {
        return questions.size();
    }

    /** Asks one question half as often as in a round, and counts nothing. */
    public void rehearse(int question) {
        asking.ask(questions.get(question), requests / 2);
    }

    /** Asks one question; of several rounds the best one counts. */
    public void round(int question) {
        best.merge(
                question,
                asking.ask(questions.get(question), requests),
                (before, next) -> next.p99() < before.p99() ? next : before);
    }

    /** What was found, after one round of each question at least. */
    public List<Taken> taken() {
        return IntStream.range(0, questions.size()).mapToObj(this::taken).toList();
    }

    /** What was found about one question so far. */
    public Taken taken(int at) {
        Question question = questions.get(at);
        return new Taken(
                question.name(), question.face().word(), Objects.requireNonNull(best.get(at)));
    }

    @Override
    public void close() {
        asking.close();
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
