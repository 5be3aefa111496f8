package org.yinxin.hall.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;

/** Reads one's own inbox. There is nothing to refuse: the inbox is found by who asks. */
@Component
public class ReadInbox {

    static final int A_PAGE = 20;

    private final Inbox inbox;
    private final MessageSource messages;
    private final Clock clock;

    ReadInbox(Inbox inbox, MessageSource messages, Clock clock) {
        this.inbox = inbox;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One page of it, newest first, in the reader's language.
     *
     * @param page from 1
     */
    @Transactional(readOnly = true)
    public InboxPage page(Actor.Subscriber who, int page, Locale locale) {
        int count = inbox.count(who.account());
        int pages = Math.max(1, (count + A_PAGE - 1) / A_PAGE);
        int number = Math.clamp(page, 1, pages);
        List<Line> lines =
                inbox.newest(who.account(), (number - 1) * A_PAGE, A_PAGE).stream()
                        .map(each -> line(each, locale))
                        .toList();
        return new InboxPage(lines, number, pages, inbox.unread(who.account()));
    }

    @Transactional
    public void markAllRead(Actor.Subscriber who) {
        inbox.markRead(who.account(), clock.instant());
    }

    private Line line(InboxMessage message, Locale locale) {
        String text =
                messages.getMessage(
                        message.template(),
                        message.arguments().toArray(),
                        message.template(),
                        locale);
        return new Line(
                message.id(),
                message.createdAt(),
                text == null ? message.template() : text,
                message.link(),
                message.read());
    }

    /** One page of an inbox. */
    public record InboxPage(List<Line> messages, int page, int pages, int unread) {}

    /** One message in words. */
    public record Line(UUID id, Instant at, String text, @Nullable String link, boolean read) {}
}
