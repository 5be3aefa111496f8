package org.yinxin.authority.status;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Revokes one certificate, for good. Refuses a serial that was never issued by that authority, and one that is revoked
 * already, whose first time and reason stay.
 */
public final class RevokeCertificate {

    private final CertificateStatuses statuses;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public RevokeCertificate(
            CertificateStatuses statuses,
            Journal journal,
            TransactionOperations transaction,
            Clock clock) {
        this.statuses = statuses;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    public RevocationOutcome revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        return Objects.requireNonNull(
                transaction.execute(status -> revokeLocked(authority, serial, reason)));
    }

    private RevocationOutcome revokeLocked(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        return switch (statuses.lock(authority, serial)) {
            case CertificateStatus.Unknown() -> new RevocationOutcome.NeverIssued();
            case CertificateStatus.Revoked(Instant at, RevocationReason first) ->
                    new RevocationOutcome.AlreadyRevoked(at, first);
            case CertificateStatus.Held(Instant since) ->
                    // What was signed while it was on hold must not become good afterwards.
                    revoked(authority, serial, reason, since);
            case CertificateStatus.Good() ->
                    // CRL and OCSP say whole seconds; what the caller is told is what they will
                    // say.
                    revoked(
                            authority,
                            serial,
                            reason,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS));
        };
    }

    private RevocationOutcome revoked(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason, Instant at) {
        statuses.revoke(authority, serial, reason, at);
        journal.record(
                new JournalEntry(
                        clock.instant(),
                        "system:authority",
                        "certificate.revoked",
                        "certificate:" + authority + "/" + serial,
                        Map.of("reason", reason.name())));
        return new RevocationOutcome.Revoked(at);
    }
}
