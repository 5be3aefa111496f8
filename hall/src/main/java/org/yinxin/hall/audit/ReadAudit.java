package org.yinxin.hall.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * Reads a journal page by page, or takes it out whole. What is taken out is recorded.
 *
 * <p>Refusals: {@link AuditError#UNKNOWN_JOURNAL}.
 */
@Component
public class ReadAudit {

    static final int A_PAGE = 20;
    private static final int A_BATCH = 1000;

    private final Journals journals;
    private final Verifications verifications;
    private final AuditTrail audit;

    ReadAudit(Journals journals, Verifications verifications, AuditTrail audit) {
        this.journals = journals;
        this.verifications = verifications;
        this.audit = audit;
    }

    /** Every journal, with what the last walk over its chain found. */
    @Transactional(readOnly = true)
    public List<ChainOverview> chains() {
        return journals.all().stream()
                .map(
                        each ->
                                new ChainOverview(
                                        each.name(), verifications.last(each.name()).orElse(null)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Outcome<AuditPage> page(String journal, AuditFilter filter) {
        Optional<Journals.Opened> found = journals.named(journal);
        if (found.isEmpty()) {
            return Outcome.refused(AuditError.UNKNOWN_JOURNAL);
        }
        List<AuditEntry> entries = found.get().entries().newest(filter, A_PAGE + 1);
        boolean more = entries.size() > A_PAGE;
        List<AuditEntry> shown = more ? entries.subList(0, A_PAGE) : entries;
        return Outcome.done(new AuditPage(List.copyOf(shown), more ? shown.getLast().id() : null));
    }

    /** Records that a journal is about to be taken out, and answers how to take it. */
    @Transactional
    public Outcome<Export> export(Actor.Operator by, String journal, AuditFilter filter) {
        Optional<Journals.Opened> found = journals.named(journal);
        if (found.isEmpty()) {
            return Outcome.refused(AuditError.UNKNOWN_JOURNAL);
        }
        audit.record(by, "audit.exported", "journal:" + journal, criteria(filter));
        JournalEntries entries = found.get().entries();
        return Outcome.done(each -> readAll(entries, filter, each));
    }

    private static void readAll(
            JournalEntries entries, AuditFilter filter, Consumer<AuditEntry> each) {
        AuditFilter next = filter;
        List<AuditEntry> batch;
        do {
            batch = entries.newest(next, A_BATCH);
            batch.forEach(each);
            if (!batch.isEmpty()) {
                next = next.before(batch.getLast().id());
            }
        } while (batch.size() == A_BATCH);
    }

    private static Map<String, String> criteria(AuditFilter filter) {
        var criteria = new TreeMap<String, String>();
        put(criteria, "actor", filter.actor());
        put(criteria, "action", filter.action());
        put(criteria, "subject", filter.subject());
        put(criteria, "from", filter.from());
        put(criteria, "until", filter.until());
        return criteria;
    }

    private static void put(Map<String, String> criteria, String key, @Nullable Object value) {
        if (value != null) {
            criteria.put(key, value.toString());
        }
    }

    /**
     * One page of a journal.
     *
     * @param next the number to go on before, or null at the end
     */
    public record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}

    /** One journal and the last walk over its chain, null before the first. */
    public record ChainOverview(String journal, @Nullable Verification last) {}

    /** Hands out every entry that fits, newest first, in batches and outside of any transaction. */
    public interface Export {
        void forEach(Consumer<AuditEntry> each);
    }
}
