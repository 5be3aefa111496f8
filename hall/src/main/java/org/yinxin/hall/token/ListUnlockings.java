package org.yinxin.hall.token;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;

/**
 * What waits for the grant of an officer, longest waiting first.
 *
 * <p>Refusals: {@link TokenError#NOT_AN_OFFICER}, {@link TokenError#NO_SUCH_UNLOCKING} for one that is not there, done, refused, or granted by code alone.
 */
@Component
public class ListUnlockings {

    /** Unlockings on one page. */
    public static final int PAGE = 50;

    private final Unlockings unlockings;
    private final CertificateLedger ledger;
    private final Clock clock;

    ListUnlockings(Unlockings unlockings, CertificateLedger ledger, Clock clock) {
        this.unlockings = unlockings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param next where the next page starts; null on the last
     */
    public record Page(List<WaitingUnlocking> waiting, @Nullable Place next) {

        public Page {
            waiting = List.copyOf(waiting);
        }
    }

    @Transactional(readOnly = true)
    public Outcome<Page> waiting(Actor.Operator actor, @Nullable Place after) {
        if (!UnlockOfficers.mayDecide(actor, UnlockMode.COUNTER)) {
            return Outcome.refused(TokenError.NOT_AN_OFFICER);
        }
        List<Unlocking> found = unlockings.waiting(after, PAGE + 1);
        List<Unlocking> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return Outcome.done(
                new Page(
                        shown.stream().map(one -> seen(actor, one)).toList(),
                        found.size() > PAGE
                                ? new Place(
                                        shown.getLast().openedAt(), shown.getLast().caseNumber())
                                : null));
    }

    @Transactional(readOnly = true)
    public Outcome<WaitingUnlocking> one(Actor.Operator actor, CaseNumber number) {
        if (!UnlockOfficers.mayDecide(actor, UnlockMode.COUNTER)) {
            return Outcome.refused(TokenError.NOT_AN_OFFICER);
        }
        return unlockings
                .find(number)
                .filter(
                        one ->
                                one.doneAt() == null
                                        && one.modes().stream().anyMatch(UnlockMode::byStaff))
                .<Outcome<WaitingUnlocking>>map(one -> Outcome.done(seen(actor, one)))
                .orElseGet(() -> Outcome.refused(TokenError.NO_SUCH_UNLOCKING));
    }

    private WaitingUnlocking seen(Actor.Operator reader, Unlocking one) {
        LedgerEntry sign = ledger.pair(one.pair()).getFirst();
        String mobile = one.mobile();
        return new WaitingUnlocking(
                one.caseNumber(),
                one.modes().stream()
                        .filter(mode -> UnlockOfficers.mayDecide(reader, mode))
                        .collect(Collectors.toSet()),
                sign.commonName(),
                sign.organisationCode(),
                sign.serial().hex(),
                sign.notAfter(),
                mobile == null
                        ? null
                        : MobileNumber.check(mobile)
                                .accepted()
                                .map(MobileNumber::masked)
                                .orElse(null),
                one.openedAt(),
                one.granted(clock.instant()) ? one.grantedUntil() : null,
                one.receivedBy().contains(reader.operator()));
    }
}
