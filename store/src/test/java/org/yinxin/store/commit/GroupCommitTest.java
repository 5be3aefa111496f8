package org.yinxin.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int FIRST = 0;

    private final List<List<Integer>> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        firstMayEnd.countDown();
        callers.close();
    }

    /** Holds up the first, so that all others wait for the next transaction. */
    private Optional<List<String>> hold(List<Integer> asked) {
        done.add(asked);
        if (asked.contains(FIRST)) {
            firstIsUnderWay.countDown();
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.of(asked.stream().map(each -> "answer " + each).toList());
    }

    private List<Future<String>> askWhileTheFirstIsUnderWay(
            GroupCommit<Integer, String> group, int others) throws InterruptedException {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> group.ask(FIRST)));
        firstIsUnderWay.await();
        for (int i = 1; i <= others; i++) {
            int question = i;
            answers.add(callers.submit(() -> group.ask(question)));
        }
        while (group.waiting() < others) {
            Thread.sleep(5);
        }
        firstMayEnd.countDown();
        return answers;
    }

    @Test
    void whoComesAloneIsDoneAlone() {
        firstMayEnd.countDown();
        GroupCommit<Integer, String> group = new GroupCommit<>(8, this::hold);
        assertThat(group.ask(7)).isEqualTo("answer 7");
        assertThat(group.ask(0)).isEqualTo("answer 0");
        assertThat(done).containsExactly(List.of(7), List.of(0));
    }

    @Test
    void whoComeMeanwhileAreDoneTogetherAndNoMoreThanAreAllowed() throws Exception {
        GroupCommit<Integer, String> group = new GroupCommit<>(8, this::hold);
        List<Future<String>> answers = askWhileTheFirstIsUnderWay(group, 10);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("answer " + i);
        }
        assertThat(done).extracting(List::size).containsExactly(1, 8, 2);
        assertThat(group.ask(11)).isEqualTo("answer 11");
    }

    @Test
    void whoCannotBeDoneTogetherAreDoneEachAlone() throws Exception {
        GroupCommit<Integer, String> group =
                new GroupCommit<>(
                        8,
                        asked -> {
                            Optional<List<String>> answers = hold(asked);
                            return asked.size() > 1 ? Optional.empty() : answers;
                        });
        List<Future<String>> answers = askWhileTheFirstIsUnderWay(group, 3);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("answer " + i);
        }
        assertThat(done).hasSize(5).contains(List.of(1), List.of(2), List.of(3));
    }

    @Test
    void oneThatBreaksOffTakesNobodyElseAlong() throws Exception {
        GroupCommit<Integer, String> group =
                new GroupCommit<>(
                        8,
                        asked -> {
                            Optional<List<String>> answers = hold(asked);
                            if (asked.contains(2)) {
                                throw new IllegalArgumentException("2 is broken");
                            }
                            return answers;
                        });
        List<Future<String>> answers = askWhileTheFirstIsUnderWay(group, 3);
        assertThatThrownBy(() -> answers.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("2 is broken");
        assertThat(answers.get(1).get()).isEqualTo("answer 1");
        assertThat(answers.get(3).get()).isEqualTo("answer 3");
        assertThat(group.ask(4)).isEqualTo("answer 4");
    }

    @Test
    void workThatAnswersNotEachIsDoneEachAlone() throws Exception {
        GroupCommit<Integer, String> group =
                new GroupCommit<>(8, asked -> hold(asked).map(all -> all.subList(0, 1)));
        List<Future<String>> answers = askWhileTheFirstIsUnderWay(group, 3);
        assertThat(answers.get(3).get()).isEqualTo("answer 3");
    }

    @Test
    void oneAloneThatBreaksOffLeavesTheWayFree() {
        firstMayEnd.countDown();
        GroupCommit<Integer, String> group =
                new GroupCommit<>(
                        8,
                        asked -> {
                            if (asked.contains(1)) {
                                throw new AssertionError("died");
                            }
                            return hold(asked);
                        });
        assertThatThrownBy(() -> group.ask(1)).hasMessage("died");
        assertThat(group.ask(2)).isEqualTo("answer 2");
    }
}
