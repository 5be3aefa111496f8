package org.yinxin.acceptance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One hall that is started again, on the same data, on later and later days. Whoever was signed in signs in again: a
 * sign-in does not last for months.
 */
final class HallOverTime implements AutoCloseable {

    /** A day must not end while its hall is looked at. */
    private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(2);

    private final Path data;
    private final Map<String, Client> signedIn = new ConcurrentHashMap<>();
    private RunningHall hall;
    private Staff staff;

    HallOverTime(Path data) {
        this.data = data;
        awaitMorning();
        this.hall = RunningHall.on(data);
        this.staff = Staff.of(hall);
    }

    /** Ends the hall and starts it again so that this is its date in China. */
    void on(LocalDate day) {
        hall.close();
        signedIn.clear();
        awaitMorning();
        long ahead = ChronoUnit.DAYS.between(LocalDate.now(Pair.CHINA), day);
        hall = RunningHall.on(data, Math.toIntExact(ahead));
        staff = Staff.of(hall);
    }

    /** The hall of the day. */
    RunningHall hall() {
        return hall;
    }

    Staff staff() {
        return staff;
    }

    /** The subscriber with this mobile, signed in today. */
    Client owner(String mobile) {
        return signedIn.computeIfAbsent(mobile, it -> Client.subscriber(hall.address(), it));
    }

    /** Opens a business about a pair and has the pair at hand. */
    Passage begin(Pair pair, String plan, String business, Medium next) {
        Case subject = Case.about(pair, offer(plan, business));
        return new Passage(subject, staff, next).holding(pair);
    }

    Offer offer(String plan, String business) {
        return Offer.of(hall, plan, business);
    }

    /** Walks a business that is about no certificate to its end. */
    Pair issue(Client owner, Offer offer, Answers answers, Medium medium) {
        return new Passage(Case.open(owner, offer, answers), staff, medium).through().pair();
    }

    @Override
    public void close() {
        hall.close();
    }

    private static void awaitMorning() {
        while (LocalDateTime.now(Pair.CHINA)
                .toLocalDate()
                .isBefore(LocalDateTime.now(Pair.CHINA).plus(BEFORE_MIDNIGHT).toLocalDate())) {
            Client.pause();
        }
    }
}
