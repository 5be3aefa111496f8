package org.yinxin.hall.issuance;

import java.util.UUID;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An order for one pair.
 *
 * @param id the idempotency key: the same order asked for again is answered with the same pair
 * @param holder whose certificates they will be
 * @param authority the code of the authority that shall issue
 * @param signingRequest PKCS#10, PEM or DER
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id
public record IssuanceOrder(
        UUID id,
        CaseNumber caseNumber,
        AccountId holder,
        String authority,
        CertificateSubject subject,
        int years,
        byte[] signingRequest) {

    public IssuanceOrder {
        if (years < 1 || years > 10) {
            throw new IllegalArgumentException("a pair is valid for 1 to 10 years");
        }
    }
}
