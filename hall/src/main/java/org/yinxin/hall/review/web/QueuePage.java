package org.yinxin.hall.review.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.calendar.ReadCalendar;
import org.yinxin.hall.calendar.WorkingTime;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.review.ListReviews;
import org.yinxin.hall.review.QueueFilter;
import org.yinxin.hall.review.ReviewQueue;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.web.Answers;

/** Fills the page of the queue. */
@Component
class QueuePage {

    private static final String VIEW = "review/web/queue";

    private final ListReviews listReviews;
    private final ReadCalendar calendar;
    private final Catalogue catalogue;
    private final Clock clock;

    QueuePage(ListReviews listReviews, ReadCalendar calendar, Catalogue catalogue, Clock clock) {
        this.listReviews = listReviews;
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A part of the queue with how much is in it.
     *
     * @param name as addresses spell it
     * @param count how many cases, or {@code 199+}
     * @param query the address of this part
     */
    record PartCount(String name, String count, String query) {}

    /** A plan to choose. */
    record PlanChoice(String code, String title) {}

    String fill(Actor.Operator who, QueueAddress address, Model model, Locale reader) {
        QueueFilter filter = address.filter(usual(who));
        Place place = address.place();
        ReviewQueue queue = Answers.valueOf(listReviews.list(who, filter, place));
        Instant now = clock.instant();
        WorkingTime time = calendar.workingTime();
        Place next = queue.next();
        model.addAttribute(
                "tabs", Stream.of(Tab.values()).map(tab -> part(tab, filter, queue)).toList());
        model.addAttribute("part", filter.tab().name().toLowerCase(Locale.ROOT));
        model.addAttribute("filter", filter);
        model.addAttribute("plans", plans(reader));
        model.addAttribute("clear", QueueAddress.query(QueueFilter.of(filter.tab()), null));
        model.addAttribute("first", place == null ? null : QueueAddress.query(filter, null));
        model.addAttribute("next", next == null ? null : QueueAddress.query(filter, next));
        model.addAttribute("claims", claims(who, filter.tab()));
        model.addAttribute("exports", who.has(Role.APPROVING_OFFICER));
        model.addAttribute("query", QueueAddress.query(filter, null));
        model.addAttribute(
                "lines",
                queue.cases().stream()
                        .map(each -> QueueLine.of(each, who, time, now, reader))
                        .toList());
        return VIEW;
    }

    private List<PlanChoice> plans(Locale reader) {
        return catalogue.live().stream()
                .map(plan -> new PlanChoice(plan.code().text(), plan.title().in(reader)))
                .toList();
    }

    private static PartCount part(Tab tab, QueueFilter filter, ReviewQueue queue) {
        return new PartCount(
                tab.name().toLowerCase(Locale.ROOT),
                count(queue.counts().getOrDefault(tab, 0L), queue.filter()),
                QueueAddress.query(filter.with(tab), null));
    }

    static String count(@Nullable Long cases, QueueFilter filter) {
        long some = cases == null ? 0 : cases;
        int most = ListReviews.mostCounted(filter);
        return some >= most ? most - 1 + "+" : "" + some;
    }

    private static boolean claims(Actor.Operator who, Tab tab) {
        return switch (tab) {
            case WAITING -> who.has(Role.ENTRY_OFFICER);
            case ENTERED -> who.has(Role.APPROVING_OFFICER);
            case DECIDED -> false;
        };
    }

    private static Tab usual(Actor.Operator who) {
        return who.has(Role.ENTRY_OFFICER) ? Tab.WAITING : Tab.ENTERED;
    }
}
