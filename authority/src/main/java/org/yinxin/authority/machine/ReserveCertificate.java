package org.yinxin.authority.machine;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.machine.EnrolOutcome.NotEntitled;
import org.yinxin.authority.machine.MachineCertificates.Settlement;
import org.yinxin.store.commit.GroupCommit;

/**
 * Notes that an order is a machine's, before the authority hears of it, so that no certificate of a machine is without an owner
 * and none is one too many. What machines ask for at about the same time is noted in one transaction.
 *
 * <p>Refuses: a machine that was closed, whose time is over, or that has had all its certificates; and an order whose
 * certificate the machine did not want or did not confirm in time.
 */
final class ReserveCertificate {

    /** What came of it. */
    sealed interface Reservation {
        /** The order is the machine's, since now or since before. */
        record Reserved() implements Reservation {}

        record Refused(NotEntitled reason) implements Reservation {}
    }

    private static final int MOST_TOGETHER = 32;

    private final Machines machines;
    private final MachineCertificates certificates;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final GroupCommit<Enrolment, Reservation> together =
            new GroupCommit<>(MOST_TOGETHER, this::commit);

    ReserveCertificate(
            Machines machines,
            MachineCertificates certificates,
            TransactionOperations transaction,
            Clock clock) {
        this.machines = machines;
        this.certificates = certificates;
        this.transaction = transaction;
        this.clock = clock;
    }

    Reservation reserve(Enrolment enrolment) {
        return together.ask(enrolment);
    }

    private Optional<List<Reservation>> commit(List<Enrolment> enrolments) {
        return Objects.requireNonNull(
                transaction.execute(
                        status ->
                                enrolments.size() == 1
                                        ? Optional.of(List.of(reserveOne(enrolments.getFirst())))
                                        : reserveNew(enrolments, status)));
    }

    /** For new orders of machines that are far from their limit. */
    private Optional<List<Reservation>> reserveNew(
            List<Enrolment> enrolments, TransactionStatus status) {
        Instant now = clock.instant();
        machines.lock(enrolments.stream().map(each -> each.machine().name()).distinct().toList());
        if (certificates.insertWithinLimits(enrolments, now) == enrolments.size()) {
            return Optional.of(Collections.nCopies(enrolments.size(), new Reservation.Reserved()));
        }
        status.setRollbackOnly();
        return Optional.empty();
    }

    private Reservation reserveOne(Enrolment enrolment) {
        Instant now = clock.instant();
        Machine machine = machines.lock(enrolment.machine().name()).orElseThrow();
        if (machine.closedAt() != null) {
            return refused("this machine is closed");
        }
        if (!now.isBefore(machine.entitlement().until())) {
            return refused("the time in which this machine may enrol is over");
        }
        if (certificates.countWithout(machine.name(), enrolment.order())
                >= machine.entitlement().most()) {
            return refused("this machine has had all the certificates it may have");
        }
        if (certificates.lock(enrolment.order()).filter(Settlement.REJECTED::equals).isPresent()) {
            return refused("this machine did not want or did not confirm that certificate");
        }
        certificates.insert(enrolment, now);
        return new Reservation.Reserved();
    }

    private static Reservation refused(String sentence) {
        return new Reservation.Refused(new NotEntitled(sentence));
    }
}
