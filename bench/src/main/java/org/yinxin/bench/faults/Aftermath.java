package org.yinxin.bench.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.authority.issuance.IssuanceCycle;
import org.yinxin.bench.faults.Told.Serials;
import org.yinxin.bench.site.DurableAuthority;

/** What is there when everybody is dead. */
final class Aftermath {

    /** What may not be there, and the statement that counts it. */
    private static final Map<String, String> NEVER =
            Map.of(
                    "certificates without a record",
                    """
                    SELECT count(*) FROM certificate c
                    WHERE NOT EXISTS (SELECT 1 FROM intended_certificate n
                                      WHERE n.authority = c.authority AND n.serial = c.serial)
                    """,
                    "serials used twice",
                    """
                    SELECT count(*) FROM (
                        SELECT serial FROM intended_certificate GROUP BY serial HAVING count(*) > 1) AS twice
                    """,
                    "half pairs",
                    """
                    SELECT count(*) FROM (
                        SELECT n.intent FROM certificate c JOIN intended_certificate n USING (authority, serial)
                        WHERE n.intent IS NOT NULL GROUP BY n.intent HAVING count(*) <> 2) AS halves
                    """,
                    "orders with two pairs",
                    """
                    SELECT count(*) FROM (
                        SELECT i.order_id FROM issuance_intent i
                        JOIN intended_certificate n ON n.intent = i.id
                        JOIN certificate c USING (authority, serial)
                        GROUP BY i.order_id HAVING count(*) <> 2) AS more
                    """,
                    "certificates of attempts that did not end well",
                    """
                    SELECT count(*) FROM certificate c JOIN intended_certificate n USING (authority, serial)
                    JOIN issuance_intent i ON i.id = n.intent WHERE i.state <> 'ISSUED'
                    """,
                    "pairs that are not in the journal",
                    """
                    SELECT count(*) FROM pair_order o WHERE o.state = 'ISSUED' AND NOT EXISTS (
                        SELECT 1 FROM journal j
                        WHERE j.subject = 'pair-order:' || o.id AND j.action = 'pair.issued')
                    """,
                    "spent serials that neither OCSP nor a list knows",
                    """
                    SELECT count(*) FROM intended_certificate n
                    WHERE NOT EXISTS (SELECT 1 FROM certificate_status s
                                      WHERE s.authority = n.authority AND s.serial = n.serial)
                    """);

    private final DurableAuthority site;
    private final IssuanceCycle cycle;
    private final List<String> wrong = new ArrayList<>();

    Aftermath(DurableAuthority site) {
        this.site = site;
        this.cycle = site.issuance();
    }

    /** Closes what was cut off and answers how many attempts that were. */
    int sweep() {
        return cycle.sweepIntents().sweep();
    }

    /** Orders again what was not answered, and what was; compares, counts, and answers what is wrong, in sentences. */
    List<String> look(Draw draw, Told told) {
        told.issued().forEach((order, serials) -> same(draw, order, serials));
        told.unanswered().forEach(order -> issued(draw, order));
        NEVER.forEach(
                (what, statement) -> {
                    long count = site.jdbc().sql(statement).query(Long.class).single();
                    if (count > 0) {
                        wrong.add(count + " " + what);
                    }
                });
        CheckIssued.of(
                        site.jdbc(),
                        site.authorities(),
                        site.profiles(),
                        cycle.lint(),
                        site.transaction())
                .check(
                        Instant.EPOCH,
                        Instant.parse("9999-01-01T00:00:00Z"),
                        (_, _, _) -> Optional.empty(),
                        objection -> wrong.add(objection.toString()));
        return wrong;
    }

    private void same(Draw draw, UUID order, Serials serials) {
        issued(draw, order)
                .map(pair -> new Serials(pair.signSerial().hex(), pair.encryptionSerial().hex()))
                .filter(found -> !found.equals(serials))
                .ifPresent(
                        found ->
                                wrong.add(
                                        "order %s was answered with another pair"
                                                .formatted(order)));
    }

    private Optional<IssuedPair> issued(Draw draw, UUID order) {
        IssuanceOutcome outcome = cycle.issuePair().issue(draw.order(order));
        if (outcome instanceof Issued(IssuedPair pair)) {
            return Optional.of(pair);
        }
        wrong.add("order %s comes to %s".formatted(order, outcome));
        return Optional.empty();
    }
}
