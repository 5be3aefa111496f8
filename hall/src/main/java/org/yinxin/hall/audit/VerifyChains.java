package org.yinxin.hall.audit;

import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.store.journal.ChainState;
import org.yinxin.store.journal.JournalHead;

/** Walks over the chains of all journals and keeps what it found. A broken chain is told loudly and repaired by nobody. */
@Component
public class VerifyChains {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyChains.class);

    private final Journals journals;
    private final Verifications verifications;
    private final AuditTrail audit;
    private final Clock clock;

    VerifyChains(Journals journals, Verifications verifications, AuditTrail audit, Clock clock) {
        this.journals = journals;
        this.verifications = verifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers whether all are intact. */
    @Transactional
    public boolean verify(Actor by) {
        boolean intact = true;
        for (var journal : journals.all()) {
            ChainState state =
                    verifications
                            .keptHead(journal.name())
                            .map((JournalHead kept) -> journal.chain().verify(kept))
                            .orElseGet(() -> journal.chain().verify());
            verifications.add(journal.name(), clock.instant(), by.reference(), state);
            if (state instanceof ChainState.Broken broken) {
                intact = false;
                LOG.error("the chain of the journal {} is broken: {}", journal.name(), broken);
                audit.record(
                        by,
                        "audit.chain-broken",
                        "journal:" + journal.name(),
                        Map.of(
                                "position", Long.toString(broken.position()),
                                "fault", broken.fault().name()));
            }
        }
        audit.record(
                by, "audit.verified", "journal:all", Map.of("intact", Boolean.toString(intact)));
        return intact;
    }
}
