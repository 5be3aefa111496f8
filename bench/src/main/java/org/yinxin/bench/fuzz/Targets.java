package org.yinxin.bench.fuzz;

import java.time.Duration;
import java.util.List;
import org.yinxin.app.RunningHall;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.machine.Entitlement;
import org.yinxin.authority.machine.MachineName;
import org.yinxin.authority.machine.RegisterMachine;
import org.yinxin.authority.machine.RegisterMachine.Registration.Refused;
import org.yinxin.authority.machine.RegisterMachine.Registration.Registered;
import org.yinxin.pki.name.SubjectName;

/** All that can be fed, on one hall. */
final class Targets {

    static final List<String> NAMES =
            List.of("pkcs10", "ocsp", "cmp", "cmp-body", "est", "envelope");

    private static final AuthorityCode AUTHORITY =
            HierarchyDefinition.demonstration().issuing().code();
    private static final SubjectName SUBJECT =
            new SubjectName("CN", null, null, "云岭市星河测试科技有限公司", List.of(), "fuzz.example");
    private static final int MOST_CERTIFICATES = 10_000;

    private final RunningHall hall;
    private final MachineClient machine;

    Targets(RunningHall hall) {
        this.hall = hall;
        this.machine = new MachineClient("fuzz", secret(hall), SUBJECT);
    }

    private static String secret(RunningHall hall) {
        Entitlement entitlement =
                new Entitlement(
                        AUTHORITY,
                        CertificateKind.DEVICE,
                        SUBJECT,
                        null,
                        List.of("fuzz.example"),
                        365,
                        MOST_CERTIFICATES,
                        World.clock(0).instant().plus(Duration.ofDays(365)));
        return switch (hall.part(RegisterMachine.class)
                .register(new MachineName("fuzz"), entitlement, "bench")) {
            case Registered(var _, String secret) -> secret;
            case Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    Target named(String name) {
        Door door = new Door(hall.address());
        return switch (name) {
            case "pkcs10" -> new RequestTarget(SUBJECT);
            case "envelope" -> new EnvelopeTarget();
            case "ocsp" ->
                    new OcspTarget(
                            door,
                            hall.part(CertificationAuthorities.class)
                                    .find(AUTHORITY)
                                    .orElseThrow());
            case "cmp" -> new CmpTarget(door, AUTHORITY, machine, false);
            case "cmp-body" -> new CmpTarget(door, AUTHORITY, machine, true);
            case "est" -> new EstTarget(door, AUTHORITY, machine);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
