package org.yinxin.app.custody;

import java.io.PrintStream;
import java.util.Optional;
import org.yinxin.app.ca.OneAtTheConsole;
import org.yinxin.app.commandline.CustodyCommand.AskExport;
import org.yinxin.app.commandline.CustodyCommand.AskRecovery;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.OneCustodian;
import org.yinxin.custody.Custodian;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.GuardedOutcome;
import org.yinxin.custody.GuardedReleaseId;
import org.yinxin.custody.JudicialOrder;
import org.yinxin.custody.RecoveryReason;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.MalformedKeyException;

/**
 * Where the first of two custodians asks for a key.
 *
 * <p>Refuses: what {@link NewToken} objects to; a file that holds no certificate, or one that is not valid now; a reason, an authority or
 * a document that is blank or too long; a custodian who is not admitted; and what the custody refuses.
 */
final class AskDesk {

    private final RecoveryWayOut recovery;
    private final ExportWayOut export;
    private final RequestDesk requests;
    private final OneAtTheConsole console;
    private final PrintStream out;

    AskDesk(
            RecoveryWayOut recovery,
            ExportWayOut export,
            RequestDesk requests,
            OneAtTheConsole console) {
        this.recovery = recovery;
        this.export = export;
        this.requests = requests;
        this.console = console;
        this.out = console.out();
    }

    boolean ask(AskRecovery asked) {
        RecoveryReason reason;
        try {
            reason = new RecoveryReason(asked.reason());
        } catch (IllegalArgumentException e) {
            // The values know themselves what is wrong with them.
            return refuse(String.valueOf(e.getMessage()));
        }
        Optional<Custodian> custodian =
                console.admitted(asked.by(), CustodianDuty.KEYS, "key-recovery.ask")
                        .map(AskDesk::named);
        if (custodian.isEmpty()) {
            return false;
        }
        EscrowId key = new EscrowId(asked.key());
        return switch (recovery.newToken().judge(key, asked.serial())) {
            case NewToken.Judged.Unfit(Objection objection) -> {
                recovery.recordRefusal(custodian.get(), key, objection);
                yield refuse(objection.sentence());
            }
            case NewToken.Judged.Fit(var pair) -> {
                try {
                    yield asked(
                            recovery,
                            recovery.guarded()
                                    .ask(
                                            custodian.get(),
                                            key,
                                            reason,
                                            pair.signing().certificate().tbs().verificationKey()));
                } catch (MalformedKeyException e) {
                    throw new IllegalStateException("the register holds a broken key", e);
                }
            }
        };
    }

    boolean ask(AskExport asked) {
        JudicialOrder order;
        try {
            order = new JudicialOrder(asked.authority(), asked.document());
        } catch (IllegalArgumentException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
        Optional<SignedCertificate> recipient = RecipientFile.read(asked.recipient());
        if (recipient.isEmpty()) {
            return refuse(
                    "the file %s cannot be read, or holds anything but one certificate in PEM or DER: have the authority send its certificate alone"
                            .formatted(asked.recipient()));
        }
        ExportWayOut.portrait(recipient.get()).forEach(out::println);
        Optional<Custodian> custodian =
                console.admitted(asked.by(), CustodianDuty.KEYS, "judicial-export.ask")
                        .map(AskDesk::named);
        if (custodian.isEmpty()) {
            return false;
        }
        EscrowId key = new EscrowId(asked.key());
        Optional<Objection> objection = export.objection(recipient.get());
        if (objection.isPresent()) {
            export.recordRefusal(custodian.get(), key, objection.get());
            return refuse(objection.get().sentence());
        }
        return asked(export, export.guarded().ask(custodian.get(), key, order, recipient.get()));
    }

    private boolean asked(WayOut way, GuardedOutcome<GuardedReleaseId> outcome) {
        return switch (outcome) {
            case GuardedOutcome.Done<GuardedReleaseId>(GuardedReleaseId request) -> {
                requests.show(way, way.guarded().find(request).orElseThrow());
                out.println("Another custodian of keys looks at it and types:");
                out.printf(
                        "  ./yinxin custody %s approve --request %s --custodian NAME%n",
                        way.act().word(), request);
                yield true;
            }
            case GuardedOutcome.Refused<GuardedReleaseId>(var reason) ->
                    refuse(Refusals.sentence(reason, way.act()));
        };
    }

    static Custodian named(OneCustodian one) {
        return new Custodian(one.name().value());
    }

    private boolean refuse(String sentence) {
        out.println("refused: " + sentence);
        return false;
    }
}
