package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/** Keeps the call-backs that tell of no money of ours. */
@Component
class RecordNotification {

    private static final Logger LOG = LoggerFactory.getLogger(RecordNotification.class);
    private static final Actor HALL = new Actor.Hall("payment-notification");

    /** More forgeries an hour than this are refused but not kept: nobody can fill the tables from outside. */
    static final int FORGERIES_KEPT_PER_HOUR = 200;

    private final PaymentNotifications notifications;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    RecordNotification(
            PaymentNotifications notifications,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.notifications = notifications;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /** A genuine one that asks for nothing. */
    @Transactional
    public void unusable(ChannelCode channel, String notificationId, String body, Verdict verdict) {
        UUID id = uuids.get();
        if (notifications.add(id, channel, notificationId, now(), body)) {
            notifications.judge(id, verdict, null, null);
            audit.record(
                    HALL,
                    "payment.notification-unusable",
                    "channel:" + channel,
                    Map.of("verdict", verdict.name()));
        }
    }

    /** One that is not the channel's. */
    @Transactional
    public void forged(ChannelCode channel, String body, String reason) {
        LOG.warn("a notification was refused as forged: {}", reason);
        Instant now = now();
        if (notifications.forgedSince(now.minus(Duration.ofHours(1))) >= FORGERIES_KEPT_PER_HOUR) {
            return;
        }
        UUID id = uuids.get();
        notifications.addForged(id, channel, now, body);
        audit.record(
                HALL,
                "payment.notification-forged",
                "channel:" + channel,
                Map.of("notification", id.toString(), "reason", reason));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
