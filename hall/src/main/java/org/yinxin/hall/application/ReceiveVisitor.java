package org.yinxin.hall.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.account.ConfirmByCode;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.ResidentIdentityNumber;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.privacy.ColumnCipher;

/**
 * Receives a visitor at the counter (现场受理). The person reads a code from the own telephone aloud, so that what is
 * entered can never land in the account of a mistyped number; and shows the original of the identity document, of which the
 * officer says that it is this person's. Both are evidence of an officer's act, and both are wanted.
 *
 * <p>Refuses: anybody but an entry officer; a number that cannot be one; a name or identity number that is missing or cannot
 * be one; a document that the officer has not compared; whatever {@link ConfirmByCode} refuses, which is committed: the
 * try is counted.
 */
@Component
public class ReceiveVisitor {

    private final Accounts accounts;
    private final ConfirmByCode confirm;
    private final CounterCases counterCases;
    private final ColumnCipher cipher;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    ReceiveVisitor(
            Accounts accounts,
            ConfirmByCode confirm,
            CounterCases counterCases,
            ColumnCipher cipher,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.accounts = accounts;
        this.confirm = confirm;
        this.counterCases = counterCases;
        this.cipher = cipher;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * What the officer types.
     *
     * @param mobile the visitor's number
     * @param code what the visitor read aloud
     * @param name as in the identity document
     * @param identityNumber as in the identity document
     * @param documentSeen whether the officer compared the original with the person
     */
    public record Typed(
            String mobile, String code, String name, String identityNumber, boolean documentSeen) {

        /** Without personal data: it may end up in a log. */
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    /** Sends the code that the visitor reads aloud. */
    @Transactional
    public Outcome<SentCode> sendCode(Actor.Operator actor, String mobile, Locale locale) {
        return officer(actor)
                .flatMap(_ -> mobile(mobile))
                .flatMap(
                        to ->
                                confirm.send(
                                        purpose(actor, to),
                                        to,
                                        "application.sms.counter-code",
                                        locale));
    }

    /** Answers the visit. */
    @Transactional
    public Outcome<UUID> receive(Actor.Operator actor, Typed typed) {
        return officer(actor)
                .flatMap(_ -> mobile(typed.mobile()))
                .flatMap(mobile -> receive(actor, typed, mobile));
    }

    private Outcome<UUID> receive(Actor.Operator actor, Typed typed, MobileNumber mobile) {
        List<Violation> violations = violations(typed);
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(CounterError.VISITOR_INCOMPLETE, violations));
        }
        Optional<Refusal> wrong = confirm.tryCode(purpose(actor, mobile), mobile, typed.code());
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AccountId account = accounts.received(mobile, at);
        Visit visit =
                new Visit(
                        uuids.get(),
                        account,
                        mobile.masked(),
                        mobile.value(),
                        typed.name().strip(),
                        identity(typed).orElseThrow(),
                        actor.operator(),
                        actor.name(),
                        at);
        counterCases.add(visit);
        audit.record(
                actor,
                "counter.visitor-received",
                "account:" + account,
                Map.of("visit", visit.id().toString(), "document", "RESIDENT_ID"));
        return Outcome.done(visit.id());
    }

    private List<Violation> violations(Typed typed) {
        List<Violation> violations = new ArrayList<>();
        if (typed.name().isBlank() || typed.name().length() > 100) {
            violations.add(new Violation("name", "application.counter.name.missing"));
        }
        if (identity(typed).isEmpty()) {
            violations.add(new Violation("identityNumber", "application.counter.identity.wrong"));
        }
        if (!typed.documentSeen()) {
            violations.add(new Violation("documentSeen", "application.counter.document.unseen"));
        }
        return violations;
    }

    private Optional<String> identity(Typed typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), GateKeeper.SHANGHAI);
        return ResidentIdentityNumber.check(typed.identityNumber(), today)
                .accepted()
                .map(ResidentIdentityNumber::value);
    }

    private static Outcome<Actor.Operator> officer(Actor.Operator actor) {
        return actor.has(Role.ENTRY_OFFICER)
                ? Outcome.done(actor)
                : Outcome.refused(CounterError.NOT_AN_ENTRY_OFFICER);
    }

    private static Outcome<MobileNumber> mobile(String typed) {
        return MobileNumber.check(typed)
                .accepted()
                .<Outcome<MobileNumber>>map(Outcome::done)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        AccountError.MOBILE_INVALID,
                                        new Violation("mobile", "code.mobile.form")));
    }

    /** One code for each officer and number; the number itself stands nowhere. */
    private String purpose(Actor.Operator actor, MobileNumber mobile) {
        byte[] index = cipher.blindIndex(mobile.value());
        return "counter:" + actor.operator() + ":" + HexFormat.of().formatHex(index, 0, 12);
    }
}
