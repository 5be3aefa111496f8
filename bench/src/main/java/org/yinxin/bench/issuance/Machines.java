package org.yinxin.bench.issuance;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.yinxin.app.RunningHall;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.machine.Entitlement;
import org.yinxin.authority.machine.MachineName;
import org.yinxin.authority.machine.RegisterMachine;
import org.yinxin.authority.machine.RegisterMachine.Registration.Refused;
import org.yinxin.authority.machine.RegisterMachine.Registration.Registered;
import org.yinxin.bench.site.DurableAuthority;

/** Machines that a hall knows. */
final class Machines {

    private static final int DAYS = 90;

    private Machines() {}

    /** Registers as many as are needed to order so many certificates. */
    static List<EstOrders.Machine> registered(RunningHall hall, int orders) {
        RegisterMachine register = hall.part(RegisterMachine.class);
        Entitlement entitlement =
                new Entitlement(
                        DurableAuthority.CODE,
                        CertificateKind.DEVICE,
                        SingleOrders.SUBJECT,
                        null,
                        SingleOrders.HOSTS,
                        DAYS,
                        EstOrders.OF_ONE_MACHINE,
                        World.clock(0).instant().plus(Duration.ofDays(DAYS)));
        return IntStream.rangeClosed(0, orders / EstOrders.OF_ONE_MACHINE)
                .mapToObj(
                        number ->
                                registered(
                                        register, new MachineName("bench-" + number), entitlement))
                .toList();
    }

    private static EstOrders.Machine registered(
            RegisterMachine register, MachineName name, Entitlement entitlement) {
        return switch (register.register(name, entitlement, "bench")) {
            case Registered(var _, String secret) -> new EstOrders.Machine(name.value(), secret);
            case Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }
}
