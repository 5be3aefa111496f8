package org.yinxin.app.ca;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.yinxin.app.commandline.Command.Ca;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.machine.CloseMachine;
import org.yinxin.authority.machine.Entitlement;
import org.yinxin.authority.machine.Machine;
import org.yinxin.authority.machine.MachineName;
import org.yinxin.authority.machine.Machines;
import org.yinxin.authority.machine.RegisterMachine;
import org.yinxin.authority.machine.RegisterMachine.Registration;
import org.yinxin.pki.name.SubjectName;

/** Looks after the machines that may enrol by themselves, for whoever sits at the console. */
public final class MachineDesk {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String BY = "system:command-line";

    private final RegisterMachine registerMachine;
    private final CloseMachine closeMachine;
    private final Machines machines;
    private final Clock clock;
    private final PrintStream out;

    public MachineDesk(
            RegisterMachine registerMachine,
            CloseMachine closeMachine,
            Machines machines,
            Clock clock,
            PrintStream out) {
        this.registerMachine = registerMachine;
        this.closeMachine = closeMachine;
        this.machines = machines;
        this.clock = clock;
        this.out = out;
    }

    /** Answers whether it was done; if not, a sentence was printed. */
    public boolean carryOut(Ca.Machines command) {
        return switch (command) {
            case Ca.Machines.Add add -> add(add);
            case Ca.Machines.ListAll _ -> {
                machines.all().forEach(machine -> out.println(line(machine)));
                yield true;
            }
            case Ca.Machines.Close(_, String name) -> close(name);
        };
    }

    private boolean add(Ca.Machines.Add add) {
        try {
            MachineName name = new MachineName(add.name());
            return switch (registerMachine.register(name, entitlement(add), BY)) {
                case Registration.Registered(Machine machine, String secret) -> {
                    out.println(line(machine));
                    out.println("secret " + secret);
                    out.println("It is told this once; put it where only the machine reads it.");
                    yield true;
                }
                case Registration.Refused(String sentence) -> refuse(sentence);
            };
        } catch (IllegalArgumentException e) {
            // The values know themselves what is wrong with them.
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private Entitlement entitlement(Ca.Machines.Add add) {
        LocalDate until = add.until();
        LocalDate last = until == null ? LocalDate.now(clock.withZone(CHINA)).plusYears(1) : until;
        Instant end = last.plusDays(1).atStartOfDay(CHINA).toInstant();
        return new Entitlement(
                new AuthorityCode(add.authority()),
                add.organisation() ? CertificateKind.ORGANISATION : CertificateKind.DEVICE,
                SubjectName.of(new X500Name(BCStyle.INSTANCE, add.subject())),
                add.organisationCode(),
                add.hosts(),
                add.days(),
                add.most(),
                end);
    }

    private boolean close(String name) {
        Optional<MachineName> read = MachineName.read(name);
        if (read.isEmpty() || !closeMachine.close(read.get(), BY)) {
            return refuse("there is no machine " + name);
        }
        out.println(read.get() + " is let in no more; its certificates stay as they are.");
        return true;
    }

    private boolean refuse(String sentence) {
        out.println("refused: " + sentence);
        return false;
    }

    private static String line(Machine machine) {
        Entitlement entitlement = machine.entitlement();
        return "%s  %s  %s  %s  %d days  at most %d  %s"
                .formatted(
                        machine.name(),
                        entitlement.authority(),
                        entitlement.kind(),
                        entitlement.subject().toX500Name(),
                        entitlement.days(),
                        entitlement.most(),
                        machine.closedAt() == null
                                ? "until " + entitlement.until().atZone(CHINA).toLocalDateTime()
                                : "closed");
    }
}
