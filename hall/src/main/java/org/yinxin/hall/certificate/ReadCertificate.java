package org.yinxin.hall.certificate;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinxin.authority.Authority;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Shows one certificate to its holder and to staff, with the status that the authority tells at this moment. It asks the
 * authority, so it runs in no transaction of its own.
 *
 * <p>Refusals: {@link CertificateError#NO_SUCH_CERTIFICATE}, also for somebody else's.
 */
@Component
public class ReadCertificate {

    static final Set<Role> STAFF =
            Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.PRODUCER, Role.AUDITOR);

    private final Certificates certificates;
    private final Successions successions;
    private final Enablements enablements;
    private final Holders holders;
    private final Authority authority;
    private final Clock clock;

    ReadCertificate(
            Certificates certificates,
            Successions successions,
            Enablements enablements,
            Holders holders,
            Authority authority,
            Clock clock) {
        this.certificates = certificates;
        this.successions = successions;
        this.enablements = enablements;
        this.holders = holders;
        this.authority = authority;
        this.clock = clock;
    }

    public Outcome<CertificateView> read(Actor actor, String serial) {
        return find(actor, serial).map(this::view);
    }

    /** The certificate itself, DER. */
    public Outcome<byte[]> der(Actor actor, String serial) {
        return find(actor, serial).map(LedgerEntry::der);
    }

    private Outcome<LedgerEntry> find(Actor actor, String serial) {
        return certificates
                .find(serial)
                .filter(entry -> maySee(actor, entry))
                .<Outcome<LedgerEntry>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CertificateError.NO_SUCH_CERTIFICATE));
    }

    private CertificateView view(LedgerEntry entry) {
        CertificateStatus status = authority.status(entry.authority(), entry.serial());
        Optional<SerialNumber> twin =
                certificates.ofPair(entry.pair()).stream()
                        .map(LedgerEntry::serial)
                        .filter(serial -> !serial.equals(entry.serial()))
                        .findFirst();
        return CertificateReading.read(
                entry,
                twin.orElse(entry.serial()),
                successions.of(entry.pair()),
                enablements.of(entry.pair()),
                status,
                CertificateStanding.of(entry, status, clock.instant()));
    }

    static boolean isStaff(Actor actor) {
        return STAFF.stream().anyMatch(actor::has);
    }

    private boolean maySee(Actor actor, LedgerEntry entry) {
        return switch (actor) {
            case Actor.Subscriber subscriber -> holders.holds(subscriber, entry);
            case Actor.Operator operator -> isStaff(operator);
            case Actor.Hall _ -> true;
        };
    }
}
