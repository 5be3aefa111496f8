package org.yinxin.app;

import java.io.PrintStream;
import java.time.Clock;
import org.yinxin.app.ca.CustodianDesk;
import org.yinxin.app.ca.CustodianSecrets;
import org.yinxin.app.ca.HierarchyDesk;
import org.yinxin.app.ca.IssuedCheck;
import org.yinxin.app.ca.MachineDesk;
import org.yinxin.app.ca.OneAtTheConsole;
import org.yinxin.app.ca.TwoAtTheConsole;
import org.yinxin.app.commandline.Command;
import org.yinxin.app.commandline.CustodyCommand;
import org.yinxin.app.custody.CustodyDesk;
import org.yinxin.authority.ceremony.AddAuthorities;
import org.yinxin.authority.ceremony.RetireAuthority;
import org.yinxin.authority.ceremony.RollOverAuthority;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.authority.crl.RepublishCrls;
import org.yinxin.authority.custodian.AddCustodian;
import org.yinxin.authority.custodian.AdmitCustodians;
import org.yinxin.authority.custodian.CloseCustodian;
import org.yinxin.authority.custodian.Custodians;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.machine.CloseMachine;
import org.yinxin.authority.machine.Machines;
import org.yinxin.authority.machine.RegisterMachine;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.authority.subscriber.FindPairs;
import org.yinxin.authority.unit.CertifyUnits;
import org.yinxin.custody.JudicialExport;
import org.yinxin.custody.KeptKeys;
import org.yinxin.custody.KeyHistory;
import org.yinxin.custody.KeyRecovery;
import org.yinxin.hall.application.CheckApproval;

/** What {@code ./yinxin ca} and {@code ./yinxin custody} do, on the parts of a hall that runs for as long as that takes. */
record Desks(RunningHall hall, CustodianSecrets secrets, PrintStream out) {

    /** Answers whether it was done. */
    boolean carryOut(Command.Ca command) {
        return switch (command) {
            case Command.Ca.Check check ->
                    new IssuedCheck(
                                    hall.part(CheckIssued.class),
                                    hall.part(CheckApproval.class),
                                    out)
                            .finds(check.from(), check.until());
            case Command.Ca.Machines machines ->
                    new MachineDesk(
                                    hall.part(RegisterMachine.class),
                                    hall.part(CloseMachine.class),
                                    hall.part(Machines.class),
                                    hall.part(Clock.class),
                                    out)
                            .carryOut(machines);
            case Command.Ca.Custodians custodians ->
                    new CustodianDesk(
                                    hall.part(AddCustodian.class),
                                    hall.part(CloseCustodian.class),
                                    hall.part(Custodians.class),
                                    console())
                            .carryOut(custodians);
            case Command.Ca.Hierarchy hierarchy ->
                    new HierarchyDesk(
                                    new HierarchyDesk.Parts(
                                            hall.part(AddAuthorities.class),
                                            hall.part(RollOverAuthority.class),
                                            hall.part(RetireAuthority.class),
                                            hall.part(CertificationAuthorities.class),
                                            this::equipAuthorities),
                                    console())
                            .carryOut(hierarchy);
        };
    }

    /** Answers whether it was done. */
    boolean carryOut(CustodyCommand command) {
        return new CustodyDesk(
                        new CustodyDesk.Parts(
                                hall.part(FindPairs.class),
                                hall.part(KeptKeys.class),
                                hall.part(KeyHistory.class),
                                hall.part(KeyRecovery.class),
                                hall.part(JudicialExport.class),
                                hall.part(Clock.class)),
                        new OneAtTheConsole(hall.part(AdmitCustodians.class), secrets, out))
                .carryOut(command);
    }

    private TwoAtTheConsole console() {
        return new TwoAtTheConsole(hall.part(AdmitCustodians.class), secrets, out);
    }

    private void equipAuthorities() {
        hall.part(CertifyUnits.class).certify();
        hall.part(RollOverResponders.class).rollOver();
        hall.part(RepublishCrls.class).republish();
    }
}
