package org.yinxin.hall.notification;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yinxin.hall.actor.AccountId;

/** Writes into the outbox and the inbox, and sends a short message as soon as the caller has committed. */
@Component
class OutboxNotify implements Notify {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxNotify.class);

    private final Outbox outbox;
    private final Inbox inbox;
    private final SendMessages send;
    private final ExecutorService sending;
    private final MessageSource messages;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    OutboxNotify(
            Outbox outbox,
            Inbox inbox,
            SendMessages send,
            @Qualifier("messageSending") ExecutorService sending,
            MessageSource messages,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.send = send;
        this.sending = sending;
        this.messages = messages;
        this.uuids = uuids;
        this.clock = clock;
    }

    @Override
    public void sms(ShortMessage message) {
        requireTransaction();
        send(
                new Notice.Ready(
                        new Notice.Sms(
                                message.to(),
                                words(message.template(), message.arguments(), message.locale())),
                        message.template(),
                        message.worthFor()));
    }

    @Override
    public void mail(Mail letter) {
        requireTransaction();
        send(
                new Notice.Ready(
                        new Notice.Letter(
                                letter.to(),
                                words(
                                        letter.template() + ".subject",
                                        letter.arguments(),
                                        letter.locale()),
                                words(letter.template(), letter.arguments(), letter.locale())),
                        letter.template(),
                        letter.worthFor()));
    }

    private String words(String template, List<String> arguments, Locale locale) {
        return messages.getMessage(template, arguments.toArray(), locale);
    }

    private void send(Notice.Ready ready) {
        UUID id = uuids.get();
        outbox.add(id, ready, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        sendNow(id);
                    }
                });
    }

    @Override
    public void inbox(AccountId to, String template, @Nullable String link, String... arguments) {
        requireTransaction();
        // A template that does not exist is found here and not by the reader.
        messages.getMessage(template, arguments, Locale.SIMPLIFIED_CHINESE);
        inbox.add(uuids.get(), to, template, List.of(arguments), link, clock.instant());
    }

    private void sendNow(UUID id) {
        try {
            sending.execute(() -> send.one(id));
        } catch (RejectedExecutionException e) {
            LOG.info("message {} is left to the job: this node is closing", id);
        }
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a message belongs to the transaction of what it tells");
        }
    }
}
