package org.yinxin.app;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.yinxin.app.ca.CustodianSecrets;
import org.yinxin.app.ca.ProfileTools;
import org.yinxin.app.commandline.Command;
import org.yinxin.app.commandline.CommandLine;
import org.yinxin.app.commandline.CustodyCommand;
import org.yinxin.app.plans.PlanTools;
import org.yinxin.app.walk.Walk;
import org.yinxin.app.walk.Walk.HallAddress;
import org.yinxin.app.wiring.World;
import org.yinxin.keyagent.Main;

/** Carries one command out and answers the exit code. */
final class Carrying {

    /** The hall runs in threads of its own; the program ends when it is told to. */
    static final int GOES_ON = -1;

    int carryOut(Command command) {
        return switch (command) {
            case Command.Help() -> {
                System.out.print(CommandLine.HELP);
                yield 0;
            }
            case Command.Serve serve -> {
                RunningHall hall = StartHall.serve(serve);
                endWithTheProgram(hall);
                if (serve.daysAhead() > 0) {
                    System.out.printf(
                            "The clock of this demonstration runs %d days ahead: its date is %s.%n",
                            serve.daysAhead(), hall.today());
                }
                System.out.println("ready " + hall.address());
                yield GOES_ON;
            }
            case Command.Demo demo -> demonstrate(demo);
            case Command.Plans plans -> PlanTools.carryOut(plans, System.out);
            case Command.Profiles profiles -> ProfileTools.carryOut(profiles, System.out);
            case Command.Ca ca -> lookAfter(ca.hall(), desks -> desks.carryOut(ca));
            case CustodyCommand custody ->
                    lookAfter(custody.hall(), desks -> desks.carryOut(custody));
            case Command.Status status -> {
                StatusService service = StatusService.start(status);
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(service::close, "end of the service"));
                System.out.println("ready " + service.address());
                yield GOES_ON;
            }
            case Command.Prepare(Path folder) -> {
                Preparation.write(folder);
                yield 0;
            }
            case Command.Rehearse() -> rehearse();
            case Command.Agent agent -> startAgent(agent);
        };
    }

    private static int demonstrate(Command.Demo demo) {
        RunningHall hall = StartHall.throwAway();
        Thread end = endWithTheProgram(hall);
        Walk walk =
                new Walk(
                        new HallAddress(hall.address(), hall.keyAgent(), hall.data().accounts()),
                        System.out,
                        World.random());
        boolean arrived = walk.arrives(demo.plan(), demo.business(), demo.out());
        if (arrived && demo.keep()) {
            System.out.printf(
                    """
                    The hall goes on until you press Ctrl-C:
                      %1$s               the hall; sign in with any telephone number
                      %1$s/demo/inbox    its text messages
                      %1$s/staff/sign-in with a name and password from %2$s
                    """,
                    hall.address(), hall.data().accounts());
            return GOES_ON;
        }
        Runtime.getRuntime().removeShutdownHook(end);
        hall.close();
        return arrived ? 0 : StartRefused.FAILURE;
    }

    private static int lookAfter(Command.Serve where, Predicate<Desks> work) {
        try (RunningHall hall = StartHall.serve(where)) {
            boolean done = work.test(new Desks(hall, CustodianSecrets.atConsole(), System.out));
            return done ? 0 : StartRefused.FAILURE;
        }
    }

    // Loads and runs once what the first minutes of a hall need; the Java VM takes notes.
    private static int rehearse() {
        try (RunningHall hall = StartHall.throwAway()) {
            Rehearsal.visit(hall.address());
        }
        return 0;
    }

    private static int startAgent(Command.Agent agent) {
        try {
            Main.main(agent.arguments().toArray(String[]::new));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static Thread endWithTheProgram(RunningHall hall) {
        Thread end = new Thread(hall::close, "end of the hall");
        Runtime.getRuntime().addShutdownHook(end);
        return end;
    }
}
