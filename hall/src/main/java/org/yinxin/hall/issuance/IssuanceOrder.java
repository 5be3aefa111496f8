package org.yinxin.hall.issuance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.SubjectKind;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An order for one pair.
 *
 * @param id the idempotency key: the same order asked for again is answered with the same pair
 * @param holder whose certificates they will be
 * @param authority the code of the authority that shall issue
 * @param kind whom the pair names, by which the authority chooses its profile
 * @param years for how long it was applied for
 * @param notAfter the end of the validity, where something other than the years from the issue decides it; null
 *     otherwise. The end that was committed first stays: asked again later, the order is still the same
 * @param signingRequest PKCS#10, PEM or DER
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id
public record IssuanceOrder(
        UUID id,
        CaseNumber caseNumber,
        AccountId holder,
        String authority,
        SubjectKind kind,
        CertificateSubject subject,
        int years,
        @Nullable Instant notAfter,
        byte[] signingRequest) {

    public IssuanceOrder {
        if (years < 1 || years > 10) {
            throw new IllegalArgumentException("a pair is valid for 1 to 10 years");
        }
    }

    /** An order of an organisation that is valid for its years from the issue. */
    public IssuanceOrder(
            UUID id,
            CaseNumber caseNumber,
            AccountId holder,
            String authority,
            CertificateSubject subject,
            int years,
            byte[] signingRequest) {
        this(
                id,
                caseNumber,
                holder,
                authority,
                SubjectKind.ORGANISATION,
                subject,
                years,
                null,
                signingRequest);
    }
}
