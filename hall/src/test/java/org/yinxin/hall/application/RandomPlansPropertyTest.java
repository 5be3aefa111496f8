package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.payment.PaymentJobs;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/**
 * Random plans and random events on the whole of an application, with its money and its certificates. The hall is
 * killed now and then in the middle of what it does, and the way to pay falls silent.
 */
class RandomPlansPropertyTest {

    private static final int PLANS = 24;
    private static final int EVENTS = 70;
    private static final int LONGEST_WAY = 40;
    private static final String KILLED = "killed";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static ApplicationRoom room;
    private static RandomPlans plans;
    private static PlayedChannel channel;

    @Configuration(proxyBeanMethods = false)
    static class Played {

        @Bean
        @Primary
        PlanFiles randomPlans() {
            return new RandomPlans(PLANS, 20261121L);
        }

        @Bean
        PlayedChannel playedChannel(Clock clock) {
            return new PlayedChannel(clock);
        }
    }

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom(Played.class);
        plans = room.use(RandomPlans.class);
        channel = room.use(PlayedChannel.class);
    }

    @AfterAll
    static void leave() {
        room.close();
        if (met.size() == seeds().count()) {
            // Walks that meet nothing prove nothing.
            assertThat(met)
                    .anyMatch(end -> end.status().equals("FINISHED") && end.back() > 0)
                    .anyMatch(end -> end.status().equals("REVIEW_REFUSED") && end.back() > 0)
                    .anyMatch(end -> end.status().startsWith("PAY"))
                    .anyMatch(end -> end.killed() > 0);
        }
    }

    private static final List<End> met = new ArrayList<>();

    /** How a walk ended, what money went back, and how often the hall died on the way. */
    private record End(String status, long back, int killed) {}

    static LongStream seeds() {
        return LongStream.range(0, 72);
    }

    @Test
    void the_checker_lets_some_of_what_is_drawn_through_and_refuses_some() {
        assertThat(plans.draws()).isGreaterThan(PLANS);
        assertThat(plans.codes().stream().map(plans::yaml))
                .anyMatch(plan -> plan.contains("- code: PAY_EARLY"))
                .anyMatch(plan -> !plan.contains("- code: UPLOAD"))
                .anyMatch(plan -> plan.contains("after: [FORM, AGREE, UPLOAD, SUBMIT]"))
                .anyMatch(plan -> plan.contains("skip-when"))
                .anyMatch(plan -> plan.contains("surcharge"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_an_application_comes_to_an_end_that_its_history_explains(long seed) {
        var random = new SplittableRandom(seed);
        List<String> codes = plans.codes();
        PlanCode plan = new PlanCode(codes.get((int) (seed % codes.size())));
        var one =
                new RandomCase(
                        room, channel, plan, KeyPairs.generate(KeyAlgorithm.SM2, RANDOM), random);
        List<String> events = new ArrayList<>();
        for (int event = 0; event < EVENTS && !ended(one); event++) {
            channel.fallSilent(random.nextInt(12) == 0);
            events.add(happen(one, (int) (seed % 4), random));
            holds(one, events);
        }
        channel.fallSilent(false);
        for (int step = 0; step < LONGEST_WAY && !ended(one); step++) {
            one.goOn();
            events.add("goes on");
            holds(one, events);
        }
        assertThat(ended(one)).as("%s ends; %s", plan, events).isTrue();
        accountsAreSettled(one, events);
        met.add(
                new End(
                        one.view().status().code(),
                        channel.wentBack(one.attempts()),
                        Collections.frequency(events, KILLED)));
    }

    private static boolean ended(RandomCase one) {
        return one.view().next() == null;
    }

    /** Sometimes the hall dies while it does it, and nothing of it has happened then. */
    private static String happen(RandomCase one, int stepsOfTen, RandomGenerator random) {
        if (random.nextInt(8) > 0) {
            return one.happen(stepsOfTen);
        }
        room.notify.failing = true;
        try {
            return one.happen(stepsOfTen) + " (would have died)";
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed while telling");
            return KILLED;
        } finally {
            room.notify.failing = false;
        }
    }

    private static void holds(RandomCase one, List<String> events) {
        ApplicationView view = one.view();
        String story = one.plan + " " + one.number + " " + events;
        nextStepOrOutcome(view, story);
        nothingBeforeItsPredecessors(one, view, story);
        historyExplains(one, view, story);
        nobodyPaidTwiceForOneGate(one, story);
    }

    /** No application is stuck: somebody can do something, or it has ended. */
    private static void nextStepOrOutcome(ApplicationView view, String story) {
        boolean refused = view.gates().stream().anyMatch(g -> g.standing() == GateStanding.REFUSED);
        boolean finished = view.gates().stream().allMatch(g -> g.standing() == GateStanding.PASSED);
        boolean workable =
                view.gates().stream()
                        .anyMatch(
                                g ->
                                        g.standing() == GateStanding.OPEN
                                                || g.standing() == GateStanding.RETURNED);
        assertThat(view.next() == null).as(story).isEqualTo(refused || finished);
        if (view.next() != null) {
            assertThat(workable).as("%s; %s", view.status(), story).isTrue();
        }
        assertThat(view.status().words().zh()).as(story).isNotBlank();
    }

    /** No certificate without all the gates before it; nor anything else. */
    private static void nothingBeforeItsPredecessors(
            RandomCase one, ApplicationView view, String story) {
        Map<String, GateStanding> standing = new HashMap<>();
        view.gates().forEach(gate -> standing.put(gate.code().text(), gate.standing()));
        for (ApplicationView.Gate gate : view.gates()) {
            boolean done =
                    gate.standing() == GateStanding.PASSED
                            || (gate.settings() instanceof GateSettings.Production
                                    && !view.certificates().isEmpty());
            boolean lasting = gate.settings() instanceof GateSettings.Payment;
            if (done && !lasting) {
                for (String before : after(plans.yaml(one.plan.text()), gate.code().text())) {
                    assertThat(standing.get(before))
                            .as("%s before %s; %s", before, gate.code(), story)
                            .isEqualTo(GateStanding.PASSED);
                }
            }
        }
    }

    /** A line of the history. */
    private record Change(String gate, String was, String became) {}

    private static void historyExplains(RandomCase one, ApplicationView view, String story) {
        Map<String, String> replayed = new HashMap<>();
        List<Change> changes =
                room.hall
                        .jdbc()
                        .sql(
                                "SELECT gate, was, became FROM application_gate_history WHERE number = :n ORDER BY position")
                        .param("n", one.number.text())
                        .query(
                                (row, _) ->
                                        new Change(
                                                row.getString("gate"),
                                                row.getString("was"),
                                                row.getString("became")))
                        .list();
        for (Change change : changes) {
            String before = replayed.put(change.gate(), change.became());
            if (before != null) {
                assertThat(change.was()).as(story).isEqualTo(before);
            }
        }
        for (ApplicationView.Gate gate : view.gates()) {
            String told = replayed.get(gate.code().text());
            if (told != null) {
                assertThat(gate.standing().name()).as("%s; %s", gate.code(), story).isEqualTo(told);
            } else {
                assertThat(gate.standing()).as(story).isIn(GateStanding.OPEN, GateStanding.SHUT);
            }
        }
    }

    private static void nobodyPaidTwiceForOneGate(RandomCase one, String story) {
        List<String> settled =
                room.hall
                        .jdbc()
                        .sql(
                                "SELECT gate FROM payment_order WHERE case_number = :c AND state = 'SETTLED'")
                        .param("c", one.number.text())
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(settled).as(story).doesNotHaveDuplicates();
    }

    /** What came and did not buy anything has gone back, to the fen. */
    private static void accountsAreSettled(RandomCase one, List<String> events) {
        for (int round = 0; round < 6; round++) {
            one.tellAll();
            room.hall.clock().advance(Duration.ofHours(30));
            PaymentJobs.run(room.hall);
        }
        ApplicationView view = one.view();
        boolean finished = "FINISHED".equals(view.status().code());
        long kept = finished ? settled(one) : 0;
        List<String> attempts = one.attempts();
        assertThat(channel.came(attempts) - channel.wentBack(attempts))
                .as("money kept by %s, %s; %s", one.number, view.status().code(), events)
                .isEqualTo(kept);
        assertThat(view.certificates().isEmpty()).as("%s", events).isEqualTo(!finished);
    }

    private static long settled(RandomCase one) {
        return room.hall
                .jdbc()
                .sql(
                        """
                        SELECT coalesce(sum(line.amount), 0) FROM payment_order o
                          JOIN payment_line line ON line.order_id = o.id
                         WHERE o.case_number = :c AND o.state = 'SETTLED'
                        """)
                .param("c", one.number.text())
                .query(Long.class)
                .single();
    }

    /** The gates that the plan puts before another, as the text says it. */
    private static List<String> after(String yaml, String gate) {
        String own = yaml.substring(yaml.indexOf("      - code: " + gate + "\n"));
        int next = own.indexOf("\n      - code: ", 1);
        String text = next < 0 ? own : own.substring(0, next);
        var line = Pattern.compile("after: \\[([^\\]]*)]").matcher(text);
        return line.find() ? List.of(line.group(1).split(", ")) : List.of();
    }
}
