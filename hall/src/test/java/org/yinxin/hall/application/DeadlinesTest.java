package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.returned;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.reference.CaseNumber;

/** Time runs out. The clock begins at 2026-11-21 10:00 in Shanghai. */
class DeadlinesTest {

    private static final String CODE = "91150100MA0T0045X0";
    private static final String EXPIRED = "application.inbox.draft-expired";
    private static final String REMINDED = "application.inbox.correction-due";
    private static final String CLOSED = "application.inbox.correction-expired";

    private final ApplicationRoom room = new ApplicationRoom(Files.class);
    private final Actor.Subscriber who = ApplicationRoom.subscriber();

    @Configuration(proxyBeanMethods = false)
    static class Files {
        @Bean
        @Primary
        PlanFiles patient() {
            return new ChangedPlan("draftDays: 30\nreturnedDays: {remind: 7, close: 20}\n", "");
        }
    }

    @AfterEach
    void leave() {
        room.close();
    }

    private void days(int days) {
        room.hall.clock().advance(Duration.ofDays(days));
    }

    private void run() {
        room.use(WatchDeadlines.class).run();
    }

    private long told(String what) {
        return room.notify.told.stream().filter(what::equals).count();
    }

    @Test
    void a_draft_is_kept_for_as_many_days_as_the_plan_says_and_then_ended() {
        CaseNumber number = room.open(who);
        days(30);
        run();
        assertThat(room.view(who, number).next()).isNotNull();

        days(1);
        run();
        ApplicationView view = room.view(who, number);
        assertThat(view.next()).isNull();
        assertThat(view.status().words().zh()).isEqualTo("已超期关闭");
        assertThat(standing(view)).contains("FORM=REFUSED");
        assertThat(view.gates().getFirst().reasons().getFirst().reason().zh())
                .contains("超过 30 天", "请重新申请");
        assertThat(view.timeline().getLast().what().zh()).isEqualTo("已超期关闭");
        assertThat(view.timeline().getLast().who()).isEqualTo(ApplicationView.Who.HALL);
        assertThat(told(EXPIRED)).isEqualTo(1);
        assertThat(room.hall.journal()).contains("application.expired");
        assertThat(refusal(room.use(SaveForm.class).save(who, number, Map.of())).code())
                .isEqualTo(ApplicationError.ENDED);
    }

    @Test
    void makes_room_for_another_application() {
        room.open(who);
        days(31);
        run();
        assertThat(room.open(who)).isNotNull();
    }

    @Test
    void a_draft_that_is_worked_on_begins_to_count_afresh() {
        CaseNumber number = room.open(who);
        days(20);
        room.save(who, number, Map.of("organisationName", "云岭市星河测试科技有限公司"));
        days(20);
        run();
        assertThat(room.view(who, number).next()).isNotNull();
        days(11);
        run();
        assertThat(room.view(who, number).next()).isNull();
    }

    @Test
    void what_was_submitted_waits_for_us_and_does_not_expire() {
        CaseNumber number = room.submitted(who, CODE);
        days(400);
        run();
        assertThat(room.view(who, number).next()).isNotNull();
        assertThat(told(EXPIRED) + told(REMINDED) + told(CLOSED)).isZero();
    }

    @Test
    void somebody_is_reminded_of_a_return_once_and_then_the_case_is_closed() {
        CaseNumber number = room.submitted(who, CODE);
        room.decide(number, returned("agentName"));
        days(7);
        run();
        run();
        assertThat(told(REMINDED)).isEqualTo(1);
        days(13);
        run();
        assertThat(told(REMINDED)).isEqualTo(1);
        assertThat(room.view(who, number).next()).isNotNull();

        days(1);
        run();
        ApplicationView view = room.view(who, number);
        assertThat(view.next()).isNull();
        assertThat(view.status().words().zh()).isEqualTo("已超期关闭");
        assertThat(
                        view.gates().stream()
                                .flatMap(gate -> gate.reasons().stream())
                                .map(reason -> reason.reason().zh()))
                .anyMatch(words -> words.contains("退回后超过 20 天"));
        assertThat(told(CLOSED)).isEqualTo(1);
        // Its organisation may have another one.
        assertThat(room.submitted(ApplicationRoom.subscriber(), CODE)).isNotNull();
    }

    @Test
    void each_return_is_reminded_of_and_what_was_corrected_in_time_stays() {
        CaseNumber number = room.submitted(who, CODE);
        room.decide(number, returned("agentName"));
        days(8);
        run();
        room.save(who, number, Map.of("agentName", "测试丙"));
        done(room.use(SubmitApplication.class).submit(who, number));
        days(60);
        run();
        assertThat(told(CLOSED)).isZero();

        room.decide(number, returned("agentName"));
        days(8);
        run();
        assertThat(told(REMINDED)).isEqualTo(2);
        assertThat(room.view(who, number).next()).isNotNull();
    }

    @Test
    void run_twice_or_by_two_nodes_at_once_it_ends_an_application_once() throws Exception {
        CaseNumber number = room.open(who);
        days(31);
        var keep = room.use(KeepDeadline.class);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> runs = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                boolean whole = node % 2 == 0;
                runs.add(
                        () -> {
                            if (whole) {
                                run();
                            } else {
                                keep.keep(number);
                            }
                            return null;
                        });
            }
            for (Future<Void> finished : nodes.invokeAll(runs)) {
                finished.get();
            }
        }
        run();
        assertThat(told(EXPIRED)).isEqualTo(1);
        assertThat(Objects.requireNonNull(room.hall.journal()))
                .containsOnlyOnce("application.expired");
    }

    @Test
    void killed_in_between_it_loses_nothing_and_goes_on_with_the_others() {
        List<CaseNumber> numbers = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            numbers.add(room.open(ApplicationRoom.subscriber()));
            room.hall.clock().advance(Duration.ofSeconds(1));
        }
        days(31);
        room.notify.failing = true;
        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
        room.notify.failing = false;
        assertThat(ended(numbers)).isZero();

        // The one it was killed at stands in nobody's way and has its turn an hour later.
        run();
        assertThat(ended(numbers)).isEqualTo(2);
        room.hall.clock().advance(Duration.ofHours(1));
        run();
        assertThat(ended(numbers)).isEqualTo(3);
        assertThat(told(EXPIRED)).isEqualTo(3);
    }

    @Test
    void takes_a_few_at_a_time() {
        List<CaseNumber> numbers = new ArrayList<>();
        for (int each = 0; each < WatchDeadlines.BATCH + 1; each++) {
            numbers.add(room.open(ApplicationRoom.subscriber()));
        }
        days(31);
        run();
        assertThat(ended(numbers)).isEqualTo(WatchDeadlines.BATCH);
        run();
        assertThat(ended(numbers)).isEqualTo(WatchDeadlines.BATCH + 1);
    }

    private long ended(List<CaseNumber> numbers) {
        return room.hall
                .jdbc()
                .sql(
                        "SELECT count(*) FROM application WHERE number IN (:numbers) AND ended_at IS NOT NULL")
                .param("numbers", numbers.stream().map(CaseNumber::text).toList())
                .query(Long.class)
                .single();
    }
}
