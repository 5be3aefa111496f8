package org.yinxin.authority.issuance;

import org.yinxin.authority.CertificateOrder;
import org.yinxin.authority.CertificateOutcome;
import org.yinxin.authority.CertificateOutcome.Issued;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.issuance.AdmitOrder.Admission;
import org.yinxin.authority.issuance.RunOrder.Run;

/**
 * Issues the one certificate of an order. Refuses what {@link AdmitOrder} and {@link RunOrder} refuse. When it throws, the
 * attempt is left to {@link SweepIntents}.
 */
public final class IssueCertificate {

    private final AdmitOrder admission;
    private final RunOrder runOrder;
    private final IssuedCertificates certificates;

    IssueCertificate(AdmitOrder admission, RunOrder runOrder, IssuedCertificates certificates) {
        this.admission = admission;
        this.runOrder = runOrder;
        this.certificates = certificates;
    }

    public CertificateOutcome issue(CertificateOrder order) {
        return switch (admission.admit(order)) {
            case Admission.NotAdmitted(Refused refusal) -> refusal;
            case Admission.Admitted(AdmittedOrder admitted) ->
                    switch (runOrder.run(admitted)) {
                        case Run.NotStored(Refused refusal) -> refusal;
                        // By now this process has seen the newer generation.
                        case Run.Superseded() -> issue(order);
                        case Run.Stored(var authority, var stored) ->
                                new Issued(certificates.of(order.id(), authority, stored));
                        case Run.StoredBefore() ->
                                new Issued(certificates.find(order.id()).orElseThrow());
                    };
        };
    }
}
