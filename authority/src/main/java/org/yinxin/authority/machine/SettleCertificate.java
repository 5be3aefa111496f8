package org.yinxin.authority.machine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.issuance.IssuedCertificates;
import org.yinxin.authority.status.RevokeCertificate;

/**
 * Settles what becomes of a certificate that its machine has to confirm: it stays, or it is revoked, because the machine does
 * not want it or said nothing in time. The row of the order is locked meanwhile, so that exactly one of the two happens.
 *
 * <p>Refuses, by answering false, to confirm what was revoked for that, and to reject what was confirmed.
 */
public final class SettleCertificate {

    private static final int BATCH = 100;

    private final MachineCertificates certificates;
    private final IssuedCertificates issued;
    private final RevokeCertificate revokeCertificate;
    private final TransactionOperations transaction;
    private final Clock clock;

    public SettleCertificate(
            MachineCertificates certificates,
            IssuedCertificates issued,
            RevokeCertificate revokeCertificate,
            TransactionOperations transaction,
            Clock clock) {
        this.certificates = certificates;
        this.issued = issued;
        this.revokeCertificate = revokeCertificate;
        this.transaction = transaction;
        this.clock = clock;
    }

    public boolean confirm(CertificateOrderId order) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ ->
                                switch (certificates.lock(order).orElseThrow()) {
                                    case CONFIRMED, NOT_ASKED -> true;
                                    case REJECTED -> false;
                                    case WAITING -> {
                                        certificates.confirmed(order, clock.instant());
                                        yield true;
                                    }
                                }));
    }

    public boolean reject(CertificateOrderId order) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ ->
                                switch (certificates.lock(order).orElseThrow()) {
                                    case CONFIRMED -> false;
                                    case REJECTED -> true;
                                    case WAITING, NOT_ASKED -> {
                                        revoke(order);
                                        yield true;
                                    }
                                }));
    }

    /** Revokes what was not confirmed in time, and answers how many that were. */
    public int revokeUnconfirmed() {
        int revoked = 0;
        int batch;
        do {
            Integer done = transaction.execute(_ -> revokeBatch());
            batch = done == null ? 0 : done;
            revoked += batch;
        } while (batch == BATCH);
        return revoked;
    }

    private int revokeBatch() {
        List<CertificateOrderId> late = certificates.lockUnconfirmed(clock.instant(), BATCH);
        late.forEach(this::revoke);
        return late.size();
    }

    private void revoke(CertificateOrderId order) {
        Instant now = clock.instant();
        certificates.rejected(order, now);
        issued.find(order)
                .ifPresent(
                        one ->
                                revokeCertificate.revoke(
                                        one.authority(),
                                        one.serial(),
                                        RevocationReason.CESSATION_OF_OPERATION));
    }
}
