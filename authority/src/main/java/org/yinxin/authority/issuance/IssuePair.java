package org.yinxin.authority.issuance;

import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.issuance.AdmitOrder.Admission;
import org.yinxin.authority.issuance.RunOrder.Run;

/**
 * Issues the pair of an order. Refuses what {@link AdmitOrder} and {@link RunOrder} refuse. When it throws, the attempt is
 * left to {@link SweepIntents}.
 */
public final class IssuePair {

    private final AdmitOrder admission;
    private final RunOrder runOrder;
    private final IssuedPairs pairs;

    IssuePair(AdmitOrder admission, RunOrder runOrder, IssuedPairs pairs) {
        this.admission = admission;
        this.runOrder = runOrder;
        this.pairs = pairs;
    }

    public IssuanceOutcome issue(PairOrder order) {
        return switch (admission.admit(order)) {
            case Admission.NotAdmitted(Refused refusal) -> refusal;
            case Admission.Admitted(AdmittedOrder admitted) ->
                    switch (runOrder.run(admitted)) {
                        case Run.NotStored(Refused refusal) -> refusal;
                        // By now this process has seen the newer generation.
                        case Run.Superseded() -> issue(order);
                        case Run.Stored(var authority, var certificates) ->
                                new Issued(pairs.of(order.id(), authority, certificates));
                        case Run.StoredBefore() -> new Issued(pairs.find(order.id()).orElseThrow());
                    };
        };
    }
}
