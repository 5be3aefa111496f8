package org.yinxin.authority.machine;

import java.util.Optional;

/** Lets a machine in by name and secret. Refuses, without saying which, a wrong one of either and a closed machine. */
public final class AdmitMachine {

    private final Machines machines;
    private final MachineSecrets secrets;

    public AdmitMachine(Machines machines, MachineSecrets secrets) {
        this.machines = machines;
        this.secrets = secrets;
    }

    public Optional<Machine> admit(String name, String secret) {
        return open(name).filter(machine -> secrets.matches(machine, secret));
    }

    /** The machine of that name, which has yet to prove that it is the one. */
    public Optional<Machine> open(String name) {
        return MachineName.read(name)
                .flatMap(machines::find)
                .filter(machine -> machine.closedAt() == null);
    }
}
