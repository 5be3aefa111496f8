package org.yinxin.hall.application;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.identification.BankCheckView;
import org.yinxin.hall.identification.CheckKey;
import org.yinxin.hall.identification.ConfirmTransfer;
import org.yinxin.hall.identification.IdentificationError;
import org.yinxin.hall.identification.ReadBankCheck;
import org.yinxin.hall.identification.SendTransfer;
import org.yinxin.hall.identification.TypedAccount;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Proves that an account is the organisation's own, by a small transfer with a secret in its memo.
 *
 * <p>Refuses: somebody else's application; a gate that it does not have; a form that names no organisation; whatever
 * identification refuses.
 */
@Component
public class ProveAccount {

    private final Desk desk;
    private final HandedIn handedIn;
    private final ReadBankCheck read;
    private final SendTransfer send;
    private final ConfirmTransfer confirm;
    private final TransactionTemplate transaction;

    ProveAccount(
            Desk desk,
            HandedIn handedIn,
            ReadBankCheck read,
            SendTransfer send,
            ConfirmTransfer confirm,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.read = read;
        this.send = send;
        this.confirm = confirm;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How it stands. */
    public Outcome<BankCheckTask> view(Actor actor, CaseNumber number, String gate) {
        return at(actor, number, gate).flatMap(unit -> read.view(unit.key()).map(unit::with));
    }

    /** Sends; the bank is asked after the transaction that looked at the application. */
    public Outcome<BankCheckTask> send(
            Actor actor, CaseNumber number, String gate, TypedAccount account) {
        return at(actor, number, gate)
                .flatMap(
                        unit ->
                                unit.account().name().isEmpty()
                                        ? Outcome.refused(IdentificationError.PARTY_INCOMPLETE)
                                        : send.send(
                                                        actor,
                                                        unit.key(),
                                                        unit.account().name(),
                                                        account)
                                                .map(unit::with));
    }

    /** Tells the memo. */
    public Outcome<BankCheckTask> confirm(
            Actor actor, CaseNumber number, String gate, String memo) {
        return at(actor, number, gate)
                .flatMap(
                        unit ->
                                confirm.confirm(actor, unit.key(), unit.account().name(), memo)
                                        .map(unit::with));
    }

    private record Unit(Application application, GatePlan gate, TypedAccount account) {

        CheckKey key() {
            return new CheckKey(application.number(), gate.code());
        }

        BankCheckTask with(BankCheckView view) {
            return new BankCheckTask(
                    application.number(), gate.code(), gate.title(), account, view);
        }
    }

    private Outcome<Unit> at(Actor actor, CaseNumber number, String gate) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                desk.lookAsOwner(actor, number)
                                        .flatMap(application -> at(application, gate))));
    }

    private Outcome<Unit> at(Application application, String code) {
        Optional<GatePlan> gate =
                GateCode.parse(code)
                        .flatMap(application.business()::gate)
                        .filter(it -> it.settings() instanceof GateSettings.BankCheck);
        if (gate.isEmpty()) {
            return Outcome.refused(IdentificationError.NO_SUCH_GATE);
        }
        TypedAccount account = Parties.account(application, handedIn.of(application.number()));
        return Outcome.done(new Unit(application, gate.get(), account));
    }
}
