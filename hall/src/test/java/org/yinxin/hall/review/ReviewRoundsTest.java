package org.yinxin.hall.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.archive.PaperRules;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.archive.StorePaper;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;

class ReviewRoundsTest {

    private static final String NAME = "云岭市星河测试科技有限公司";

    private static ReviewRoom room;

    @BeforeAll
    static void open() {
        room = new ReviewRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void what_was_submitted_is_kept_as_it_was_and_sealed() {
        CaseNumber number = room.waiting();
        ReviewView view = room.read(number);
        assertThat(view.current().dossier()).isEqualTo(Dossiers.enterprise(NAME));
        assertThat(view.current().reasons()).isEqualTo(Dossiers.REASONS);
        assertThat(view.about().warnings()).isEqualTo(1);
        byte[] sealed =
                room.hall
                        .jdbc()
                        .sql("SELECT dossier FROM review_round WHERE number = :number")
                        .param("number", number.text())
                        .query(byte[].class)
                        .single();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("19900000001", "测试甲");
    }

    @Test
    void after_a_return_the_changed_items_are_marked_and_the_old_round_stays() {
        CaseNumber number = room.returned();
        room.hall.clock().advance(Duration.ofHours(3));
        Dossier corrected =
                Dossiers.enterprise(
                        NAME + "（新）", new PaperId("a".repeat(64)), new PaperId("c".repeat(64)));
        assertThat(ReviewRoom.done(open(number, corrected))).isEqualTo(2);
        ReviewView view = room.read(number);
        assertThat(view.current().changed()).containsExactlyInAnyOrder("organisationName", "seal");
        assertThat(view.about().subscriber()).isEqualTo(NAME + "（新）");
        assertThat(view.about().state().code()).isEqualTo("WAITING");
        assertThat(view.about().openedAt()).isBefore(view.about().submittedAt());
        assertThat(view.earlier()).hasSize(1);
        Ruling ruling = Objects.requireNonNull(view.earlier().getFirst().ruling());
        assertThat(ruling.decision().itemReasons())
                .containsExactly(new ItemReason("seal", "unclear", ""));
    }

    @Test
    void the_entry_officer_of_one_round_may_approve_the_next() {
        CaseNumber number = room.waiting();
        ReviewRoom.done(room.enter(People.BOTH, number));
        ReviewRoom.done(
                room.decide(
                        People.APPROVING_OFFICER,
                        number,
                        new Decision.Return(List.of(new ItemReason("seal", "unclear", "")))));
        ReviewRoom.done(open(number, Dossiers.enterprise(NAME)));
        ReviewRoom.done(room.enter(People.ENTRY_OFFICER, number));
        ReviewRoom.done(room.decide(People.BOTH, number, new Decision.Approve()));
    }

    @Test
    void refuses_to_open_what_is_under_review_or_was_decided() {
        assertThat(ReviewRoom.refusal(open(room.waiting(), Dossiers.enterprise(NAME))).code())
                .isEqualTo(ReviewError.STILL_UNDER_REVIEW);
        assertThat(ReviewRoom.refusal(open(room.entered(), Dossiers.enterprise(NAME))).code())
                .isEqualTo(ReviewError.STILL_UNDER_REVIEW);
        CaseNumber approved = room.entered();
        ReviewRoom.done(room.decide(People.APPROVING_OFFICER, approved, new Decision.Approve()));
        assertThat(ReviewRoom.refusal(open(approved, Dossiers.enterprise(NAME))).code())
                .isEqualTo(ReviewError.DECIDED_ALREADY);
        CaseNumber refused = room.entered();
        ReviewRoom.done(
                room.decide(
                        People.APPROVING_OFFICER,
                        refused,
                        new Decision.Refuse(List.of(new ItemReason("", "unclear", "")))));
        assertThat(ReviewRoom.refusal(open(refused, Dossiers.enterprise(NAME))).code())
                .isEqualTo(ReviewError.DECIDED_ALREADY);
    }

    @Test
    void only_reviewers_read_a_case_and_each_reading_is_recorded() {
        CaseNumber number = room.waiting();
        for (Actor actor :
                List.of(
                        People.SUBSCRIBER,
                        People.PRODUCER,
                        People.AUDITOR,
                        People.ADMINISTRATOR,
                        new Actor.Hall("job"))) {
            assertThat(ReviewRoom.refusal(room.readReview.read(actor, number)).code())
                    .isEqualTo(ReviewError.NOT_A_REVIEWER);
            assertThat(
                            ReviewRoom.refusal(room.readReview.readPaper(actor, number, "seal", 0))
                                    .code())
                    .isEqualTo(ReviewError.NOT_A_REVIEWER);
            assertThat(
                            ReviewRoom.refusal(
                                            room.listReviews.list(
                                                    actor,
                                                    QueueFilter.of(ReviewQueue.Tab.WAITING),
                                                    null))
                                    .code())
                    .isEqualTo(ReviewError.NOT_A_REVIEWER);
        }
        int entries = room.hall.journal().size();
        ReviewRoom.done(room.readReview.read(People.APPROVING_OFFICER, number));
        assertThat(room.hall.journal()).hasSize(entries + 1).last().isEqualTo("review.read");
    }

    @Test
    void a_paper_is_read_by_its_key_and_each_reading_is_recorded() {
        byte[] picture = Pictures.png(40, 30);
        PaperId id =
                ReviewRoom.done(
                                room.hall
                                        .get(StorePaper.class)
                                        .store(
                                                People.SUBSCRIBER,
                                                picture,
                                                new PaperRules(1 << 20, Set.of(PaperFormat.PNG))))
                        .id();
        CaseNumber number = room.number();
        ReviewRoom.done(open(number, Dossiers.enterprise(NAME, id, new PaperId("b".repeat(64)))));
        assertThat(
                        ReviewRoom.done(
                                        room.readReview.readPaper(
                                                People.ENTRY_OFFICER, number, "licence", 0))
                                .content())
                .isEqualTo(picture);
        assertThat(room.hall.journal()).last().isEqualTo("review.paper-read");
        for (String key : List.of("seal", "none")) {
            assertThat(
                            ReviewRoom.refusal(
                                            room.readReview.readPaper(
                                                    People.ENTRY_OFFICER, number, key, 0))
                                    .code())
                    .isEqualTo(ReviewError.NO_SUCH_PAPER);
        }
        assertThat(
                        ReviewRoom.refusal(
                                        room.readReview.readPaper(
                                                People.ENTRY_OFFICER, number, "licence", 2))
                                .code())
                .isEqualTo(ReviewError.NO_SUCH_PAPER);
        assertThat(
                        ReviewRoom.refusal(
                                        room.readReview.readPaper(
                                                People.ENTRY_OFFICER, room.number(), "licence", 0))
                                .code())
                .isEqualTo(ReviewError.NO_SUCH_CASE);
        assertThat(
                        ReviewRoom.refusal(
                                        room.readReview.read(People.ENTRY_OFFICER, room.number()))
                                .code())
                .isEqualTo(ReviewError.NO_SUCH_CASE);
    }

    @Test
    void each_reader_is_told_what_can_be_done() {
        CaseNumber waiting = room.waiting();
        assertThat(task(People.ENTRY_OFFICER, waiting)).isEqualTo(ReviewView.Task.ENTER);
        assertThat(task(People.APPROVING_OFFICER, waiting))
                .isEqualTo(ReviewView.Task.WAIT_FOR_ENTRY);
        CaseNumber entered = room.waiting();
        ReviewRoom.done(room.enter(People.BOTH, entered));
        assertThat(task(People.ENTRY_OFFICER, entered))
                .isEqualTo(ReviewView.Task.WAIT_FOR_DECISION);
        assertThat(task(People.APPROVING_OFFICER, entered)).isEqualTo(ReviewView.Task.DECIDE);
        assertThat(task(People.BOTH, entered)).isEqualTo(ReviewView.Task.WAIT_FOR_ANOTHER_PERSON);
        assertThat(task(People.BOTH, room.returned())).isEqualTo(ReviewView.Task.NOTHING);
    }

    private static ReviewView.Task task(Actor actor, CaseNumber number) {
        return ReviewRoom.done(room.readReview.read(actor, number)).task();
    }

    private static Outcome<Integer> open(CaseNumber number, Dossier dossier) {
        return room.openReview.open(People.SUBSCRIBER, number, dossier, Dossiers.TERMS);
    }
}
