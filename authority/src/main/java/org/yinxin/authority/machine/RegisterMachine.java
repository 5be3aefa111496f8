package org.yinxin.authority.machine;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Registers a machine and draws its secret, which is told once.
 *
 * <p>Refuses an authority that is unknown, retired or serves no subscribers, a time that is over, and a name that is or was another
 * machine's.
 */
public final class RegisterMachine {

    /** What came of it. */
    public sealed interface Registration {
        record Registered(Machine machine, String secret) implements Registration {}

        record Refused(String sentence) implements Registration {}
    }

    private final CertificationAuthorities authorities;
    private final Machines machines;
    private final MachineSecrets secrets;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public RegisterMachine(
            CertificationAuthorities authorities,
            Machines machines,
            MachineSecrets secrets,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.authorities = authorities;
        this.machines = machines;
        this.secrets = secrets;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Registers it.
     *
     * @param by who does, as the journal is to name them
     */
    public Registration register(MachineName name, Entitlement entitlement, String by) {
        Instant now = clock.instant();
        Optional<CertificationAuthority> authority =
                authorities
                        .newest(entitlement.authority())
                        .filter(CertificationAuthority::servesSubscribers);
        if (authority.isEmpty()) {
            return new Registration.Refused(
                    "no authority %s certifies subscribers".formatted(entitlement.authority()));
        }
        if (!now.isBefore(entitlement.until())) {
            return new Registration.Refused("the time in which it may enrol is over");
        }
        if (authorities.standing(authority.get()) instanceof Standing.Retired) {
            return new Registration.Refused(
                    "the authority %s is retired".formatted(authority.get().code()));
        }
        String secret = secrets.draw();
        Machine machine =
                new Machine(
                        name,
                        entitlement.of(authority.get().line()),
                        secrets.seal(name, secret),
                        now,
                        null);
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            if (!machines.insert(machine)) {
                                return new Registration.Refused(
                                        "the name %s is taken, perhaps by a closed one"
                                                .formatted(name));
                            }
                            record(machine, by, now);
                            return new Registration.Registered(machine, secret);
                        }));
    }

    private void record(Machine machine, String by, Instant now) {
        journal.record(
                new JournalEntry(
                        now,
                        by,
                        "machine.registered",
                        "machine:" + machine.name(),
                        Map.of(
                                "authority", machine.entitlement().authority().value(),
                                "kind", machine.entitlement().kind().name(),
                                "most", Integer.toString(machine.entitlement().most()),
                                "until", machine.entitlement().until().toString())));
    }
}
