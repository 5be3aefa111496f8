package org.yinxin.hall.application;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.identification.CheckKey;
import org.yinxin.hall.identification.ConfirmIdentification;
import org.yinxin.hall.identification.IdentificationError;
import org.yinxin.hall.identification.IdentityView;
import org.yinxin.hall.identification.ReadIdentification;
import org.yinxin.hall.identification.StartIdentification;
import org.yinxin.hall.identification.Subject;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Identifies a party of an application by one of the methods that the plan offers, with the answers of the form.
 *
 * <p>Refuses: somebody else's application; a gate that it does not have; numbers of which neither is one's own, where a
 * number is changed; whatever identification refuses.
 */
@Component
public class ProveIdentity {

    private final Desk desk;
    private final HandedIn handedIn;
    private final MobileWishes wishes;
    private final ReadIdentification read;
    private final StartIdentification start;
    private final ConfirmIdentification confirm;
    private final TransactionTemplate transaction;

    ProveIdentity(
            Desk desk,
            HandedIn handedIn,
            MobileWishes wishes,
            ReadIdentification read,
            StartIdentification start,
            ConfirmIdentification confirm,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.wishes = wishes;
        this.read = read;
        this.start = start;
        this.confirm = confirm;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How it stands. */
    public Outcome<IdentityTask> view(Actor actor, CaseNumber number, String gate) {
        return at(actor, number, gate).flatMap(party -> read.view(party.key()).map(party::with));
    }

    /** Begins; the sources are asked after the transaction that looked at the application. */
    public Outcome<IdentityTask> start(
            Actor actor, CaseNumber number, String gate, String method, String card) {
        return then(
                at(actor, number, gate).flatMap(this::concerned),
                party ->
                        method(method)
                                .map(
                                        it ->
                                                start.start(
                                                        actor,
                                                        party.key(),
                                                        it,
                                                        party.subject(),
                                                        card))
                                .orElseGet(
                                        () ->
                                                Outcome.refused(
                                                        IdentificationError.METHOD_NOT_OFFERED)));
    }

    /** Goes on with the code that was typed, or with what the telephone saw. */
    public Outcome<IdentityTask> confirm(Actor actor, CaseNumber number, String gate, String code) {
        return then(
                at(actor, number, gate),
                party -> confirm.confirm(actor, party.key(), party.subject(), code));
    }

    /** Nothing is sent to a number that whoever applies may not change. */
    private Outcome<Waiting> concerned(Waiting waiting) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                wishes.asked(
                                                waiting.application(),
                                                handedIn.of(waiting.application().number()))
                                        .<Outcome<Waiting>>map(Outcome::refused)
                                        .orElseGet(() -> Outcome.done(waiting))));
    }

    private static Outcome<IdentityTask> then(
            Outcome<Waiting> party, Function<Waiting, Outcome<IdentityView>> next) {
        return party.flatMap(it -> next.apply(it).map(it::with));
    }

    private record Waiting(Application application, GatePlan gate, Party party, Subject subject) {

        CheckKey key() {
            return new CheckKey(application.number(), gate.code());
        }

        IdentityTask with(IdentityView view) {
            String person = subject.name();
            return new IdentityTask(
                    application.number(),
                    gate.code(),
                    gate.title(),
                    party,
                    person == null ? subject.organisation() : Masked.name(person),
                    view);
        }
    }

    private Outcome<Waiting> at(Actor actor, CaseNumber number, String gate) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                desk.lookAsOwner(actor, number)
                                        .flatMap(application -> at(application, gate))));
    }

    private Outcome<Waiting> at(Application application, String code) {
        Optional<GatePlan> gate =
                GateCode.parse(code)
                        .flatMap(application.business()::gate)
                        .filter(it -> it.settings() instanceof GateSettings.Identification);
        if (gate.isEmpty()) {
            return Outcome.refused(IdentificationError.NO_SUCH_GATE);
        }
        Party party = ((GateSettings.Identification) gate.get().settings()).party();
        Subject subject = Parties.of(application, handedIn.of(application.number()), party);
        return Outcome.done(new Waiting(application, gate.get(), party, subject));
    }

    private static Optional<IdentityMethod> method(String name) {
        return Arrays.stream(IdentityMethod.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
