package org.yinxin.hall.audit;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Records a fact in the hall's journal. Called inside the transaction of the fact, so that one is never there without
 * the other.
 */
@Component
public class AuditTrail {

    private final Journal journal;
    private final Clock clock;

    public AuditTrail(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records that something was done.
     *
     * @param action a dotted verb phrase such as {@code application.submitted}
     * @param subject the thing it was done to, such as {@code application:2611-7K4M-9QTX}
     * @param details further values; no secrets and no personal data
     */
    public void record(Actor actor, String action, String subject, Map<String, String> details) {
        journal.record(
                new JournalEntry(clock.instant(), actor.reference(), action, subject, details));
    }

    public void record(Actor actor, String action, String subject) {
        record(actor, action, subject, Map.of());
    }
}
