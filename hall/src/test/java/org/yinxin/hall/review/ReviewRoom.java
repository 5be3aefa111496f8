package org.yinxin.hall.review;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperArchive;
import org.yinxin.hall.calendar.CalendarRoom;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

/** The review with a database, and somebody who listens to its decisions. */
final class ReviewRoom implements AutoCloseable {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    final TestHall hall;
    final OpenReview openReview;
    final EnterReview enterReview;
    final DecideReview decideReview;
    final ReadReview readReview;
    final ListReviews listReviews;
    final Listener listener;
    private final AtomicInteger drawn = new AtomicInteger();

    ReviewRoom() {
        hall =
                TestHall.of(
                        List.of("archive", "calendar", "review"),
                        PaperArchive.class,
                        ReviewCases.class,
                        ReviewRounds.class,
                        SealedJson.class,
                        OpenReview.class,
                        EnterReview.class,
                        DecideReview.class,
                        ReadReview.class,
                        ListReviews.class,
                        ReviewTexts.class,
                        ReviewNotes.class,
                        RefusalReasons.class,
                        CountReviews.class,
                        ClaimReview.class,
                        ClaimNextReview.class,
                        TakeOverReview.class,
                        ReleaseReview.class,
                        AddNote.class,
                        CalendarRoom.class,
                        Listener.class);
        openReview = hall.get(OpenReview.class);
        enterReview = hall.get(EnterReview.class);
        decideReview = hall.get(DecideReview.class);
        readReview = hall.get(ReadReview.class);
        listReviews = hall.get(ListReviews.class);
        listener = hall.get(Listener.class);
    }

    /** A number that was not used in this room. */
    CaseNumber number() {
        int next = drawn.incrementAndGet();
        return new CaseNumber("2611-0000-00" + DIGITS.charAt(next / 32) + DIGITS.charAt(next % 32));
    }

    CaseNumber waiting() {
        CaseNumber number = number();
        done(
                openReview.open(
                        People.SUBSCRIBER,
                        number,
                        Dossiers.enterprise("云岭市星河测试科技有限公司"),
                        Dossiers.TERMS));
        return number;
    }

    CaseNumber entered() {
        CaseNumber number = waiting();
        done(enter(People.ENTRY_OFFICER, number));
        return number;
    }

    CaseNumber returned() {
        CaseNumber number = entered();
        done(
                decide(
                        People.APPROVING_OFFICER,
                        number,
                        new Decision.Return(List.of(new ItemReason("seal", "unclear", "")))));
        return number;
    }

    Outcome<ReviewCase> enter(Actor actor, CaseNumber number) {
        return enterReview.enter(actor, number, null, Map.of("creditCode", Verdict.OK), "");
    }

    Outcome<ReviewCase> decide(Actor actor, CaseNumber number, Decision decision) {
        return decideReview.decide(actor, number, null, decision);
    }

    ReviewView read(CaseNumber number) {
        return done(readReview.read(People.BOTH, number));
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError(done);
            case Outcome.Refused<?> refused -> refused.refusal();
        };
    }

    @Override
    public void close() {
        hall.close();
    }

    /** Hears every decision, and can be told to fail. */
    static class Listener {

        final List<ReviewDecided> heard = new CopyOnWriteArrayList<>();
        volatile @Nullable RuntimeException fault;

        @EventListener
        void on(ReviewDecided event) {
            RuntimeException now = fault;
            if (now != null) {
                throw now;
            }
            heard.add(event);
        }
    }
}
