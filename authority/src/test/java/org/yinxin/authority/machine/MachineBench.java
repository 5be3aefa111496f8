package org.yinxin.authority.machine;

import java.time.Duration;
import java.util.List;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.machine.RegisterMachine.Registration;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.name.SubjectName;

/** The parts of an authority that know machines. */
public record MachineBench(AuthorityBench bench) {

    public Machines machines() {
        return new Machines(bench.jdbc);
    }

    public MachineSecrets secrets() {
        return new MachineSecrets(bench.folder.resolve("machines"), bench.random);
    }

    public MachineCertificates certificates() {
        return new MachineCertificates(bench.jdbc);
    }

    public AdmitMachine admitMachine() {
        return new AdmitMachine(machines(), secrets());
    }

    RegisterMachine registerMachine() {
        return new RegisterMachine(
                bench.authorities,
                machines(),
                secrets(),
                bench.journal,
                bench.transaction,
                bench.clock);
    }

    public CloseMachine closeMachine() {
        return new CloseMachine(machines(), bench.journal, bench.transaction, bench.clock);
    }

    public SettleCertificate settleCertificate() {
        return new SettleCertificate(
                certificates(),
                bench.cycle().certificates(),
                bench.revokeCertificate(),
                bench.transaction,
                bench.clock);
    }

    public EnrolMachine enrolMachine() {
        return new EnrolMachine(
                machines(),
                certificates(),
                bench.cycle().issueCertificate(),
                Signatures::verify,
                bench.transaction,
                bench.clock);
    }

    Entitlement entitlement(AuthorityCode authority, int most) {
        return new Entitlement(
                authority,
                CertificateKind.DEVICE,
                AuthorityBench.subject(),
                null,
                List.of("gate-7.example.org"),
                90,
                most,
                bench.clock.instant().plus(Duration.ofDays(30)));
    }

    /** Registers a machine and answers its secret. */
    public String register(String name, AuthorityCode authority, int most) {
        return register(name, entitlement(authority, most));
    }

    /** Registers one whose name is its common name too. */
    public String registerPlain(String name, AuthorityCode authority, int most) {
        return register(
                name,
                new Entitlement(
                        authority,
                        CertificateKind.DEVICE,
                        new SubjectName("CN", null, null, "Example", List.of(), name),
                        null,
                        List.of(),
                        90,
                        most,
                        bench.clock.instant().plus(Duration.ofDays(30))));
    }

    private String register(String name, Entitlement entitlement) {
        return switch (registerMachine().register(new MachineName(name), entitlement, "test")) {
            case Registration.Registered(_, String secret) -> secret;
            case Registration.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }
}
