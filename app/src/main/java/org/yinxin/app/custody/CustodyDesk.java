package org.yinxin.app.custody;

import java.time.Clock;
import org.yinxin.app.ca.OneAtTheConsole;
import org.yinxin.app.commandline.CustodyCommand;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.authority.subscriber.FindPairs;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.JudicialExport;
import org.yinxin.custody.KeptKeys;
import org.yinxin.custody.KeyHistory;
import org.yinxin.custody.KeyRecovery;

/** Where custodians of keys find keys in custody and let them out, two for each. */
public final class CustodyDesk {

    /** The use cases of both sides, which do not know each other. */
    public record Parts(
            FindPairs findPairs,
            KeptKeys keptKeys,
            KeyHistory keyHistory,
            KeyRecovery keyRecovery,
            JudicialExport judicialExport,
            Clock clock) {}

    private final KeyDesk keys;
    private final RequestDesk requests;
    private final AskDesk ask;
    private final RecoveryWayOut recovery;
    private final ExportWayOut export;

    public CustodyDesk(Parts parts, OneAtTheConsole console) {
        Clock clock = parts.clock();
        keys =
                new KeyDesk(
                        parts.findPairs(),
                        parts.keptKeys(),
                        parts.keyHistory(),
                        clock,
                        console.out());
        requests = new RequestDesk(parts.findPairs(), clock, console);
        recovery =
                new RecoveryWayOut(
                        parts.keyRecovery(), new NewToken(parts.findPairs(), clock), clock);
        export = new ExportWayOut(parts.judicialExport(), clock);
        ask = new AskDesk(recovery, export, requests, console);
    }

    /** Answers whether it was done; if not, a sentence was printed. */
    public boolean carryOut(CustodyCommand command) {
        return switch (command) {
            case CustodyCommand.FindBySerial(_, var serial) -> keys.find(serial);
            case CustodyCommand.FindByCode(_, String code) -> keys.find(code);
            case CustodyCommand.History(_, var key) -> keys.history(new EscrowId(key));
            case CustodyCommand.AskRecovery asked -> ask.ask(asked);
            case CustodyCommand.AskExport asked -> ask.ask(asked);
            case CustodyCommand.Approve approve -> requests.approve(way(approve.act()), approve);
            case CustodyCommand.Give give -> requests.give(way(give.act()), give);
            case CustodyCommand.ListOpen(_, Act act) -> requests.list(way(act));
        };
    }

    private WayOut way(Act act) {
        return switch (act) {
            case RECOVERY -> recovery;
            case EXPORT -> export;
        };
    }
}
