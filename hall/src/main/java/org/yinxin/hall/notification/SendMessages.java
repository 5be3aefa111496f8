package org.yinxin.hall.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yinxin.hall.notification.gateway.Delivery;
import org.yinxin.hall.notification.gateway.MailGateway;
import org.yinxin.hall.notification.gateway.SmsGateway;

/**
 * Hands messages to their gateways. A gateway is called outside of any transaction, with the message's own id as
 * idempotency key: a try whose answer was lost is repeated and not delivered twice.
 */
@Component
class SendMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

    /** The wait after the first, second … try; the last one repeats. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(20),
                    Duration.ofHours(1));

    private static final int A_RUN = 200;

    private final Outbox outbox;
    private final SmsGateway telephones;
    private final MailGateway mail;
    private final Clock clock;

    SendMessages(Outbox outbox, SmsGateway telephones, MailGateway mail, Clock clock) {
        this.outbox = outbox;
        this.telephones = telephones;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends one message now, unless somebody else is about to. */
    void one(UUID id) {
        outbox.take(id, clock.instant()).ifPresent(this::send);
    }

    /** Sends what is due; bounded, so that one run of the job ends. */
    void due() {
        for (int sent = 0; sent < A_RUN; sent++) {
            Optional<OutgoingMessage> next = outbox.takeNextDue(clock.instant());
            if (next.isEmpty()) {
                return;
            }
            next.ifPresent(this::send);
        }
    }

    private void send(OutgoingMessage message) {
        Instant now = clock.instant();
        if (!now.isBefore(message.worthUntil())) {
            giveUp(message, "TOO_LATE", now);
            return;
        }
        switch (deliver(message)) {
            case Delivery.Taken() -> outbox.sent(message.id(), clock.instant());
            case Delivery.Refused(String reason) -> giveUp(message, reason, now);
            case Delivery.Unreachable(String reason) -> {
                Duration wait = WAITS.get(Math.min(message.attempt(), WAITS.size()) - 1);
                LOG.warn(
                        "message {} not sent at try {}: {}; again in {}",
                        message.id(),
                        message.attempt(),
                        reason,
                        wait);
                outbox.tryAgain(message.id(), reason, now.plus(wait));
            }
        }
    }

    private Delivery deliver(OutgoingMessage message) {
        return switch (message.notice()) {
            case Notice.Sms(var to, String text) -> telephones.deliver(message.id(), to, text);
            case Notice.Letter(var to, String subject, String text) ->
                    mail.deliver(message.id(), to, subject, text);
        };
    }

    private void giveUp(OutgoingMessage message, String reason, Instant now) {
        LOG.error("message {} given up at try {}: {}", message.id(), message.attempt(), reason);
        outbox.giveUp(message.id(), reason, now);
    }
}
