package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.catalogue.Turn;
import org.yinxin.hall.catalogue.Words;

/**
 * The next step as it stands on top of the page.
 *
 * @param title what is next
 * @param ours whether we have to do it
 * @param correcting whether it was done before and returned
 * @param promise within which time we do it; null when nothing was promised
 * @param href where the subscriber does it; null when there is nothing to open
 */
record NextStep(
        String title,
        boolean ours,
        boolean correcting,
        @Nullable String promise,
        @Nullable String href) {

    static @Nullable NextStep of(ApplicationView view, List<Task> tasks, Locale reader) {
        var next = view.next();
        if (next == null) {
            return null;
        }
        return new NextStep(
                next.title().in(reader),
                next.turn() != Turn.SUBSCRIBER,
                view.gates().stream().anyMatch(gate -> gate.standing() == GateStanding.RETURNED),
                promise(next, reader),
                tasks.stream()
                        .filter(Task::next)
                        .map(NextStep::door)
                        .filter(door -> !door.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    static @Nullable String promise(ApplicationView.@Nullable NextStep next, Locale reader) {
        Words promise = next == null ? null : next.promise();
        return promise == null ? null : promise.in(reader);
    }

    /** Where a task begins: its first page that is not done, or else its first that can be opened. */
    private static String door(Task task) {
        if (task.href() != null) {
            return task.href();
        }
        var open = task.parts().stream().filter(part -> part.href() != null).toList();
        return open.stream()
                .filter(part -> part.state() != TaskState.DONE)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(Task.Part::href)
                .orElse("");
    }
}
