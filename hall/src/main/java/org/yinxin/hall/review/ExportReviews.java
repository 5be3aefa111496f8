package org.yinxin.hall.review;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;

/**
 * Takes a filtered list out of the hall. It is recorded before the first row leaves; what was searched for is not, for
 * it may be a name.
 *
 * <p>Refuses anybody but approving officers and auditors.
 */
@Component
public class ExportReviews {

    private final ListReviews listReviews;
    private final AuditTrail audit;

    ExportReviews(ListReviews listReviews, AuditTrail audit) {
        this.listReviews = listReviews;
        this.audit = audit;
    }

    /** Hands out every case that fits, in batches and outside of any transaction. */
    public interface Export {
        void forEach(Consumer<ReviewCase> each);
    }

    @Transactional
    public Outcome<Export> export(Actor actor, QueueFilter filter) {
        if (!(actor instanceof Actor.Operator operator)
                || !(actor.has(Role.APPROVING_OFFICER) || actor.has(Role.AUDITOR))) {
            return Outcome.refused(ReviewError.NOT_FOR_EXPORT);
        }
        audit.record(operator, "review.list-exported", "reviews", criteria(filter));
        return Outcome.done(each -> listReviews.forEach(operator, filter, each));
    }

    private static Map<String, String> criteria(QueueFilter filter) {
        Map<String, String> criteria = new TreeMap<>();
        criteria.put("part", filter.tab().name());
        put(criteria, "plan", filter.plan());
        put(criteria, "since", filter.since());
        put(criteria, "refusedFor", filter.refusedFor());
        put(criteria, "late", filter.late() ? "true" : null);
        put(criteria, "mine", filter.mine() ? "true" : null);
        put(criteria, "text", filter.text() == null ? null : "yes");
        return criteria;
    }

    private static void put(Map<String, String> criteria, String key, @Nullable Object value) {
        if (value != null) {
            criteria.put(key, value.toString());
        }
    }
}
