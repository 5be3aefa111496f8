package org.yinxin.hall.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.hall.outcome.Violation;

/** What a reason of a return or a refusal must be. */
final class ReasonRules {

    private ReasonRules() {}

    /** Everything that is wrong, each under the field of its item. */
    static List<Violation> violations(ReviewRound round, Decision decision) {
        Set<String> known = round.dossier().keys().collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (ItemReason given : decision.itemReasons()) {
            String field = "reason." + given.item();
            boolean whole = given.item().isEmpty();
            if (whole && decision instanceof Decision.Return) {
                // The subscriber can correct only what was named.
                violations.add(new Violation(field, "review.violation.return-names-items"));
            } else if (!whole && !known.contains(given.item())) {
                violations.add(new Violation(field, "review.violation.unknown-item", given.item()));
            } else if (!seen.add(given.item())) {
                violations.add(new Violation(field, "review.violation.item-twice", given.item()));
            }
            if (round.reason(given.reason()).isEmpty()) {
                violations.add(new Violation(field, "review.violation.unknown-reason"));
            }
            if (given.text().codePointCount(0, given.text().length()) > ItemReason.LONGEST) {
                violations.add(
                        new Violation(
                                "text." + given.item(),
                                "review.violation.text-too-long",
                                Integer.toString(ItemReason.LONGEST)));
            }
        }
        return violations;
    }
}
