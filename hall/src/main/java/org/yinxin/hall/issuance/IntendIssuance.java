package org.yinxin.hall.issuance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.pki.key.Sm3;

/** The first step: commits the order, or finds the same one committed before. */
@Component
class IntendIssuance {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Issuances issuances;
    private final AuditTrail audit;
    private final Clock clock;

    IntendIssuance(Issuances issuances, AuditTrail audit, Clock clock) {
        this.issuances = issuances;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Issuance> intend(Actor actor, IssuanceOrder order) {
        Optional<Issuance> known = issuances.findForUpdate(order.id());
        if (known.isPresent()) {
            return same(known.get(), order);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Issuance intended = new Issuance(order, now, end(order, now), new IssuanceState.Intended());
        if (!issuances.add(intended, now)) {
            // The same order came twice at once, or the case has another one.
            return issuances
                    .findForUpdate(order.id())
                    .map(other -> same(other, order))
                    .orElseGet(() -> Outcome.refused(IssuanceError.ANOTHER_ORDER));
        }
        byte[] digest = Sm3.digest(order.signingRequest());
        audit.record(
                actor,
                "issuance.intended",
                "application:" + order.caseNumber(),
                Map.of(
                        "issuance", order.id().toString(),
                        "requestSm3", HexFormat.of().formatHex(digest)));
        return Outcome.done(intended);
    }

    private static Instant end(IssuanceOrder order, Instant start) {
        Instant wanted = order.notAfter();
        return wanted == null
                ? start.atZone(ZONE).plusYears(order.years()).toInstant()
                : wanted.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Outcome<Issuance> same(Issuance known, IssuanceOrder order) {
        if (!known.isSameButForRequest(order)) {
            return Outcome.refused(IssuanceError.ANOTHER_ORDER);
        }
        return known.isSameRequest(order)
                ? Outcome.done(known)
                : Outcome.refused(IssuanceError.ANOTHER_REQUEST);
    }
}
