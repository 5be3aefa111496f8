package org.yinxin.hall.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.testing.People;

class ListReviewsTest {

    private ReviewRoom room;

    @BeforeEach
    void open() {
        room = new ReviewRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void each_part_holds_its_cases_and_the_counts_say_how_many() {
        CaseNumber waiting = room.waiting();
        CaseNumber entered = room.entered();
        CaseNumber returned = room.returned();
        assertThat(numbers(list(Tab.WAITING, null, null))).containsExactly(waiting);
        assertThat(numbers(list(Tab.ENTERED, null, null))).containsExactly(entered);
        assertThat(numbers(list(Tab.DECIDED, null, null))).containsExactly(returned);
        room.waiting();
        assertThat(list(Tab.ENTERED, "", null).counts())
                .containsEntry(Tab.WAITING, 2L)
                .containsEntry(Tab.ENTERED, 1L)
                .containsEntry(Tab.DECIDED, 1L);
    }

    @Test
    void who_waits_longest_comes_first_and_who_was_decided_last_comes_first() {
        List<CaseNumber> waiting = new ArrayList<>();
        List<CaseNumber> returned = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(room.waiting());
            returned.add(room.returned());
            room.hall.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(numbers(list(Tab.WAITING, null, null))).isEqualTo(waiting);
        assertThat(numbers(list(Tab.DECIDED, null, null))).isEqualTo(returned.reversed());
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_while_the_queue_moves() {
        List<CaseNumber> all = new ArrayList<>();
        for (int i = 0; i < ListReviews.PAGE + 3; i++) {
            all.add(room.waiting());
            room.hall.clock().advance(Duration.ofMillis(i % 2));
        }
        ReviewQueue first = list(Tab.WAITING, null, null);
        assertThat(numbers(first)).isEqualTo(all.subList(0, ListReviews.PAGE));
        ReviewRoom.done(room.enter(People.ENTRY_OFFICER, all.getFirst()));
        ReviewQueue second = list(Tab.WAITING, null, first.next());
        assertThat(numbers(second)).isEqualTo(all.subList(ListReviews.PAGE, all.size()));
        assertThat(second.next()).isNull();
    }

    @Test
    void a_case_is_found_by_a_part_of_its_number_or_name() {
        CaseNumber number = room.waiting();
        room.waiting();
        String end = number.text().substring(10).toLowerCase(Locale.ROOT);
        assertThat(numbers(list(Tab.WAITING, end, null))).containsExactly(number);
        assertThat(list(Tab.WAITING, "星河", null).cases()).hasSize(2);
        assertThat(list(Tab.WAITING, "星_", null).cases()).isEmpty();
        assertThat(list(Tab.WAITING, "%", null).cases()).isEmpty();
        assertThat(list(Tab.WAITING, "星河", null).counts()).containsEntry(Tab.WAITING, 2L);
        assertThat(list(Tab.WAITING, "无此单位", null).counts()).containsEntry(Tab.WAITING, 0L);
    }

    @Test
    void
            a_text_that_very_many_cases_have_is_found_page_by_page_and_counted_no_further_than_a_page() {
        List<CaseNumber> all = new ArrayList<>();
        for (int i = 0; i < ListReviews.PAGE + 3; i++) {
            all.add(room.waiting());
            room.hall.clock().advance(Duration.ofMillis(1));
        }
        for (String text : List.of("星河", "星")) {
            ReviewQueue first = list(Tab.WAITING, text, null);
            assertThat(numbers(first)).isEqualTo(all.subList(0, ListReviews.PAGE));
            assertThat(first.counts()).containsEntry(Tab.WAITING, (long) ListReviews.PAGE);
            assertThat(first.counts()).containsEntry(Tab.DECIDED, 0L);
            assertThat(numbers(list(Tab.WAITING, text, first.next())))
                    .isEqualTo(all.subList(ListReviews.PAGE, all.size()));
        }
        String whole = all.getFirst().text();
        assertThat(numbers(list(Tab.WAITING, whole, null))).containsExactly(all.getFirst());
        assertThat(list(Tab.WAITING, "龘", null).cases()).isEmpty();
        assertThat(list(Tab.WAITING, null, null).counts())
                .containsEntry(Tab.WAITING, (long) all.size());
    }

    /** All its parts are in very many cases, and it is in one, behind all those that a walk would look at. */
    @Test
    void a_text_of_frequent_parts_is_found_wherever_it_is() {
        CaseNumber number = room.waiting();
        room.hall
                .jdbc()
                .sql(
                        """
                        INSERT INTO review_case (number, subscriber, business_zh, business_en, plan, opened_at,
                               submitted_at, round, warnings, state, since)
                        SELECT '2610-0000-' || lpad(at::text, 4, '0'), CASE WHEN at % 2 = 0 THEN '临江望' ELSE '江望湖' END,
                               business_zh, business_en, plan, opened_at, submitted_at - make_interval(secs => 9000 - at),
                               round, warnings, state, since
                          FROM review_case, generate_series(1, 4000) AS at
                        """)
                .update();
        room.hall
                .jdbc()
                .sql("UPDATE review_case SET subscriber = '临江望湖' WHERE number = :number")
                .param("number", number.text())
                .update();
        room.hall.jdbc().sql("ANALYZE review_case").update();
        ReviewQueue found = list(Tab.WAITING, "临江望湖", null);
        assertThat(numbers(found)).containsExactly(number);
        assertThat(found.counts()).containsEntry(Tab.WAITING, 1L);
        assertThat(list(Tab.DECIDED, "临江望湖", null).counts()).containsEntry(Tab.WAITING, 1L);
        assertThat(list(Tab.WAITING, "江望", null).cases()).hasSize(ListReviews.PAGE);
    }

    @Test
    void a_place_is_read_as_it_was_written_and_nothing_else_is() {
        Place place = new Place(room.hall.clock().instant().plusNanos(123_000), room.number());
        assertThat(Place.parse(place.text())).contains(place);
        for (String odd :
                List.of(
                        "",
                        "_",
                        "1",
                        "x_2611-7K4M-9QTX",
                        "1_nothing",
                        "-1_2611-7K4M-9QTX",
                        "9".repeat(30) + "_2611-7K4M-9QTX")) {
            assertThat(Place.parse(odd)).isEmpty();
        }
        assertThat(Tab.named("Waiting")).contains(Tab.WAITING);
        assertThat(Tab.named("other")).isEmpty();
    }

    private ReviewQueue list(Tab tab, @Nullable String text, @Nullable Place after) {
        return ReviewRoom.done(
                room.listReviews.list(
                        People.ENTRY_OFFICER, QueueFilter.of(tab).matching(text), after));
    }

    private static List<CaseNumber> numbers(ReviewQueue queue) {
        return queue.cases().stream().map(ReviewCase::number).toList();
    }
}
