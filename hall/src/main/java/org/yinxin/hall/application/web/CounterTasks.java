package org.yinxin.hall.application.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The task list of an application as an officer works it at the counter: forms, papers, agreement and submission are done
 * here, and whatever is the visitor's own act (to be identified, to pay, to produce) leads nowhere from here.
 */
final class CounterTasks {

    private final Actor.Operator who;
    private final List<String> done;

    private CounterTasks(Actor.Operator who, CaseNumber number) {
        this.who = who;
        this.done =
                Stream.of(
                                Places.section(number, ""),
                                Places.papers(number),
                                Places.agreement(number),
                                Places.check(number))
                        .toList();
    }

    static List<Task> of(List<Task> tasks, Actor.Operator who, CaseNumber number) {
        var counter = new CounterTasks(who, number);
        return tasks.stream().map(counter::task).toList();
    }

    private Task task(Task task) {
        return new Task(
                task.title(),
                task.state(),
                place(task.href()),
                task.next(),
                task.promise(),
                task.at(),
                task.parts().stream()
                        .map(part -> new Task.Part(part.title(), part.state(), place(part.href())))
                        .toList(),
                task.reasons().stream()
                        .map(
                                reason ->
                                        new Task.Correction(
                                                reason.item(),
                                                reason.reason(),
                                                reason.text(),
                                                place(reason.href())))
                        .toList());
    }

    private @Nullable String place(@Nullable String href) {
        return href == null || done.stream().noneMatch(href::startsWith)
                ? null
                : Places.at(who, href);
    }
}
