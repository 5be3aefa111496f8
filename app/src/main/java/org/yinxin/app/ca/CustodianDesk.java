package org.yinxin.app.ca;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.commandline.Command.Ca;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.authority.custodian.AddCustodian;
import org.yinxin.authority.custodian.AddCustodian.Addition;
import org.yinxin.authority.custodian.CloseCustodian;
import org.yinxin.authority.custodian.Custodian;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.CustodianName;
import org.yinxin.authority.custodian.Custodians;
import org.yinxin.authority.custodian.TwoCustodians;

/** Looks after the custodians, of the authorities and of the keys in custody. */
public final class CustodianDesk {

    private final AddCustodian addCustodian;
    private final CloseCustodian closeCustodian;
    private final Custodians custodians;
    private final TwoAtTheConsole console;
    private final PrintStream out;

    public CustodianDesk(
            AddCustodian addCustodian,
            CloseCustodian closeCustodian,
            Custodians custodians,
            TwoAtTheConsole console) {
        this.addCustodian = addCustodian;
        this.closeCustodian = closeCustodian;
        this.custodians = custodians;
        this.console = console;
        this.out = console.out();
    }

    /** Answers whether it was done; if not, a sentence was printed. */
    public boolean carryOut(Ca.Custodians command) {
        return switch (command) {
            case Ca.Custodians.ListAll _ -> {
                custodians.all().forEach(custodian -> out.println(line(custodian)));
                yield true;
            }
            case Ca.Custodians.Add(_, String name, CustodianDuty duty, var by) ->
                    by.isEmpty()
                            ? named(name).map(each -> add(each, duty, null)).orElse(false)
                            : named(name)
                                    .flatMap(
                                            each ->
                                                    console.admitted(by, duty, "custodian.add")
                                                            .map(two -> add(each, duty, two)))
                                    .orElse(false);
            case Ca.Custodians.Close(_, String name, var by) ->
                    named(name).map(each -> close(each, by)).orElse(false);
        };
    }

    private boolean add(CustodianName name, CustodianDuty duty, @Nullable TwoCustodians by) {
        return switch (addCustodian.add(name, duty, by)) {
            case Addition.Added(_, String secret) -> {
                out.println("custodian " + name + " of " + duty.word());
                out.println("secret " + secret);
                out.println("It is told this once; only " + name + " may know it.");
                yield true;
            }
            case Addition.Refused(String sentence) -> refuse(sentence);
        };
    }

    private boolean close(CustodianName name, List<Claimant> by) {
        // Who may close somebody depends on his duty, which the list tells everybody here.
        Optional<CustodianDuty> duty = custodians.dutyOf(name);
        if (duty.isEmpty()) {
            return refuse("there is no open custodian %s".formatted(name));
        }
        return console.admitted(by, duty.get(), "custodian.close")
                .map(two -> close(name, duty.get(), two))
                .orElse(false);
    }

    private boolean close(CustodianName name, CustodianDuty duty, TwoCustodians by) {
        Optional<String> refusal = closeCustodian.close(name, duty, by);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        out.println(name + " is a custodian no more.");
        return true;
    }

    private Optional<CustodianName> named(String text) {
        Optional<CustodianName> name = CustodianName.read(text);
        if (name.isEmpty()) {
            refuse(
                    "a custodian's name is lower-case letters, digits, dots and hyphens, not "
                            + text);
        }
        return name;
    }

    private boolean refuse(String sentence) {
        out.println("refused: " + sentence);
        return false;
    }

    private static String line(Custodian custodian) {
        return "%s  of %s  since %s  %s"
                .formatted(
                        custodian.name(),
                        custodian.duty().word(),
                        custodian.addedAt(),
                        custodian.closedAt() == null ? "open" : "closed " + custodian.closedAt());
    }
}
