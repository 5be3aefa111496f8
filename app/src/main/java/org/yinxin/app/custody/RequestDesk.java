package org.yinxin.app.custody;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.yinxin.app.ca.OneAtTheConsole;
import org.yinxin.app.commandline.CustodyCommand.Approve;
import org.yinxin.app.commandline.CustodyCommand.Form;
import org.yinxin.app.commandline.CustodyCommand.Give;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.subscriber.FindPairs;
import org.yinxin.custody.Custodian;
import org.yinxin.custody.GuardedOutcome;
import org.yinxin.custody.GuardedRefusal;
import org.yinxin.custody.GuardedRelease;
import org.yinxin.custody.GuardedReleaseId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.SkfKeyField;

/**
 * Where requests for keys are shown, approved and fulfilled.
 *
 * <p>Refuses: a request that there is not; a file that cannot be made; a custodian who is not admitted; a recipient's certificate
 * that is in force no more; and what the custody refuses. Only what the custody has committed uses an approval up.
 */
final class RequestDesk {

    private final FindPairs findPairs;
    private final Clock clock;
    private final OneAtTheConsole console;
    private final PrintStream out;

    RequestDesk(FindPairs findPairs, Clock clock, OneAtTheConsole console) {
        this.findPairs = findPairs;
        this.clock = clock;
        this.console = console;
        this.out = console.out();
    }

    boolean list(WayOut way) {
        way.guarded()
                .open()
                .forEach(
                        request -> {
                            show(way, request);
                            out.println();
                        });
        return true;
    }

    /** All that an approver has to see. */
    void show(WayOut way, GuardedRelease request) {
        out.println("request " + request.id());
        out.println("key " + request.escrow());
        findPairs
                .byOrder(new PairOrderId(request.escrow().value()))
                .ifPresent(
                        pair -> {
                            out.println("key of " + InWords.subscriber(pair));
                            out.println(
                                    "its certificate "
                                            + InWords.certificate(
                                                    pair, pair.encryption(), clock.instant()));
                        });
        way.portrait(request).forEach(out::println);
        out.printf(
                "asked by %s at %s%n", request.askedBy().name(), InWords.time(request.askedAt()));
        Custodian approver = request.approvedBy();
        out.println(approver == null ? "not approved yet" : "approved by " + approver.name());
        out.println("open until " + InWords.time(request.expiresAt()));
    }

    boolean approve(WayOut way, Approve approve) {
        Optional<GuardedRelease> found =
                way.guarded().find(new GuardedReleaseId(approve.request()));
        if (found.isEmpty()) {
            return refuse(way, GuardedRefusal.UNKNOWN_REQUEST);
        }
        show(way, found.get());
        return console.admitted(approve.by(), CustodianDuty.KEYS, way.label() + ".approve")
                .map(AskDesk::named)
                .map(custodian -> approved(way, custodian, found.get()))
                .orElse(false);
    }

    private boolean approved(WayOut way, Custodian custodian, GuardedRelease request) {
        if (isObjectedTo(way, custodian, request)) {
            return false;
        }
        return switch (way.guarded().approve(custodian, request.id())) {
            case GuardedOutcome.Done<GuardedRelease> _ -> {
                out.println("Approved, for one time. One of the two types:");
                out.printf(
                        "  ./yinxin custody %s give --request %s --form sm2 --out FILE --custodian NAME%n",
                        way.act().word(), request.id());
                yield true;
            }
            case GuardedOutcome.Refused<GuardedRelease>(GuardedRefusal reason) ->
                    refuse(way, reason);
        };
    }

    boolean give(WayOut way, Give give) {
        Optional<GuardedRelease> found = way.guarded().find(new GuardedReleaseId(give.request()));
        if (found.isEmpty()) {
            return refuse(way, GuardedRefusal.UNKNOWN_REQUEST);
        }
        Optional<String> noFile = EnvelopeFile.objection(give.out());
        if (noFile.isPresent()) {
            return refuse(noFile.get());
        }
        show(way, found.get());
        return console.admitted(give.by(), CustodianDuty.KEYS, way.label() + ".give")
                .map(AskDesk::named)
                .map(custodian -> given(way, custodian, found.get(), give))
                .orElse(false);
    }

    private boolean given(WayOut way, Custodian custodian, GuardedRelease request, Give give) {
        Optional<ReleaseForm> form = form(way, request, give.form());
        if (form.isEmpty()) {
            return refuse(way, GuardedRefusal.FORM_UNAVAILABLE);
        }
        // The file comes first, because the approval counts once.
        try (EnvelopeFile file = EnvelopeFile.make(give.out())) {
            // As late as can be: a token that was revoked meanwhile must not get the key.
            if (isObjectedTo(way, custodian, request)) {
                return false;
            }
            return switch (way.guarded().give(custodian, request.id(), form.get())) {
                case GuardedOutcome.Done<KeyEnvelope>(KeyEnvelope envelope) ->
                        written(file, envelope.encoded(), give.out());
                case GuardedOutcome.Refused<KeyEnvelope>(GuardedRefusal reason) ->
                        refuse(way, reason);
            };
        } catch (IOException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private boolean written(EnvelopeFile file, byte[] envelope, Path path) {
        try {
            file.fill(envelope);
        } catch (IOException e) {
            return refuse(
                    "the approval is used up, and the file %s could not be written; remove it, mend the disk, and let two custodians want the key again"
                            .formatted(path));
        }
        out.printf("The key is in %s, sealed for its recipient alone.%n", path);
        return true;
    }

    private boolean isObjectedTo(WayOut way, Custodian custodian, GuardedRelease request) {
        Optional<Objection> objection = way.objection(request);
        objection.ifPresent(
                each -> {
                    way.recordRefusal(custodian, request.escrow(), each);
                    refuse(each.sentence());
                });
        return objection.isPresent();
    }

    private static Optional<ReleaseForm> form(WayOut way, GuardedRelease request, Form form) {
        return switch (form) {
            case SM2 -> Optional.of(new ReleaseForm.Sm2Enveloped());
            case SKF -> Optional.of(new ReleaseForm.SkfBlob(SkfKeyField.OCTETS_32));
            case SKF_64 -> Optional.of(new ReleaseForm.SkfBlob(SkfKeyField.OCTETS_64));
            case SIGNED -> way.recipient(request).map(ReleaseForm.SignedAndEnveloped::new);
        };
    }

    private boolean refuse(WayOut way, GuardedRefusal reason) {
        return refuse(Refusals.sentence(reason, way.act()));
    }

    private boolean refuse(String sentence) {
        out.println("refused: " + sentence);
        return false;
    }
}
