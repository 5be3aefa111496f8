package org.yinxin.hall.delegation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.RateLimits;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.Check;
import org.yinxin.hall.code.DocumentKind;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.subscriber.Authorisation;

/**
 * Asks to act for a unit from now on, in the place of whoever does so far; one's own authorisation is prolonged the same way.
 * Nothing changes until it is proved. Whoever acts so far is told. Asked for again, it takes the place of what the same person
 * has asked for before.
 *
 * <p>Refusals: {@link DelegationError#WISH_WRONG}, {@link DelegationError#TOO_MANY_WISHES}, {@link
 * DelegationError#UNIT_NOT_RECORDED}, {@link DelegationError#NOT_ON_LINE}.
 */
@Component
public class StartHandover {

    /** The latest last day, counted in years from today. */
    static final int MOST_YEARS = 5;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_NAME = 64;
    private static final int WISHES = 10;

    private final Handovers handovers;
    private final UnitRecords records;
    private final Agents agents;
    private final RateLimits limits;
    private final Notify notify;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    StartHandover(
            Handovers handovers,
            UnitRecords records,
            Agents agents,
            RateLimits limits,
            Notify notify,
            AuditTrail audit,
            SecureRandom random,
            Clock clock) {
        this.handovers = handovers;
        this.records = records;
        this.agents = agents;
        this.limits = limits;
        this.notify = notify;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param unit the unit's credit code
     * @param name the new agent's
     * @param identityNumber the new agent's resident identity number
     * @param until the last day, {@code 2027-12-31}
     */
    public record Wish(String unit, String name, String identityNumber, String until) {}

    @Transactional
    public Outcome<CaseNumber> start(Actor.Subscriber actor, Wish wish) {
        List<Violation> wrong = new ArrayList<>();
        UnifiedSocialCreditCode unit =
                switch (UnifiedSocialCreditCode.check(wish.unit())) {
                    case Check.Good<UnifiedSocialCreditCode>(var code) -> code;
                    case Check.Doubtful<UnifiedSocialCreditCode>(var code, String _) -> code;
                    case Check.Bad<UnifiedSocialCreditCode>(String key) -> {
                        wrong.add(new Violation("unit", key));
                        yield null;
                    }
                };
        String name = wish.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            wrong.add(new Violation("name", "delegation.wish.name"));
        }
        IdentityDocument document = document(wish.identityNumber()).orElse(null);
        if (document == null) {
            wrong.add(new Violation("identityNumber", "delegation.wish.identity"));
        }
        LocalDate until = day(wish.until());
        if (until == null) {
            wrong.add(new Violation("until", "delegation.wish.until"));
        }
        if (unit == null || document == null || until == null || !wrong.isEmpty()) {
            return Outcome.refused(new Refusal(DelegationError.WISH_WRONG, wrong));
        }
        if (!limits.take(
                "handover.account", actor.account().toString(), WISHES, Duration.ofHours(1))) {
            return Outcome.refused(DelegationError.TOO_MANY_WISHES);
        }
        Optional<UnitRecord> found = records.of(unit);
        if (found.isEmpty()) {
            return Outcome.refused(DelegationError.UNIT_NOT_RECORDED);
        }
        if (found.get().ways().isEmpty()) {
            return Outcome.refused(DelegationError.NOT_ON_LINE);
        }
        return Outcome.done(open(actor, found.get(), name, document, until));
    }

    private CaseNumber open(
            Actor.Subscriber actor,
            UnitRecord unit,
            String name,
            IdentityDocument document,
            LocalDate until) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        handovers.withdrawOpen(unit.unit(), actor.account(), now);
        while (true) {
            Handover handover =
                    new Handover(
                            CaseNumber.draw(YearMonth.from(now.atZone(SHANGHAI)), random),
                            unit.unit(),
                            actor.account(),
                            name,
                            document,
                            until,
                            unit.ways(),
                            Handover.State.OPEN,
                            now,
                            null,
                            null,
                            null,
                            null,
                            null);
            if (handovers.add(handover)) {
                audit.record(
                        actor,
                        "delegation.asked",
                        "handover:" + handover.number(),
                        Map.of("unit", unit.unit().value(), "until", until.toString()));
                tell(actor, unit);
                return handover.number();
            }
            // The number was taken, or the same person has asked at the same time: then that one
            // goes.
            handovers.withdrawOpen(unit.unit(), actor.account(), now);
        }
    }

    private void tell(Actor.Subscriber actor, UnitRecord unit) {
        agents.ofUnit(unit.unit()).stream()
                .filter(one -> one.inForce(agents.today()))
                .map(Authorisation::account)
                .distinct()
                .filter(one -> !one.equals(actor.account()))
                .forEach(
                        one ->
                                notify.inbox(
                                        one,
                                        "delegation.inbox.asked",
                                        "/units/" + unit.unit().value(),
                                        actor.maskedMobile(),
                                        unit.name()));
    }

    private Optional<IdentityDocument> document(String typed) {
        return IdentityDocument.check(DocumentKind.RESIDENT_IDENTITY_CARD, typed, agents.today())
                .accepted();
    }

    /** A day from today on, and not too far away. */
    private @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            LocalDate today = agents.today();
            return day.isBefore(today) || day.isAfter(today.plusYears(MOST_YEARS)) ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
