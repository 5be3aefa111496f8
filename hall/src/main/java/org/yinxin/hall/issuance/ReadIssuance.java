package org.yinxin.hall.issuance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.SubjectKind;
import org.yinxin.hall.reference.CaseNumber;

/** Tells which order of a case is being worked on, so that it can be gone on with after any interruption. */
@Component
public class ReadIssuance {

    private final Issuances issuances;

    ReadIssuance(Issuances issuances) {
        this.issuances = issuances;
    }

    /** The order of a case that was not refused, if there is one; the caller has checked who asks. */
    @Transactional(readOnly = true)
    public Optional<UUID> ofCase(CaseNumber number) {
        return issuances.liveOf(number);
    }

    /**
     * What was ordered.
     *
     * @param caseNumber by which case
     * @param kind whom the certificates shall name
     * @param subject how they shall name it
     */
    public record Ordered(
            CaseNumber caseNumber,
            SubjectKind kind,
            CertificateSubject subject,
            Instant notBefore,
            Instant notAfter) {}

    /** The order of this id; the caller has checked who asks. */
    @Transactional(readOnly = true)
    public Optional<Ordered> ordered(UUID order) {
        return issuances
                .find(order)
                .map(
                        issuance ->
                                new Ordered(
                                        issuance.order().caseNumber(),
                                        issuance.order().kind(),
                                        issuance.order().subject(),
                                        issuance.notBefore(),
                                        issuance.notAfter()));
    }

    /** The signing request (DER) that this order was begun with: only its key can finish it. */
    @Transactional(readOnly = true)
    public Optional<byte[]> begunRequest(CaseNumber number) {
        return issuances.liveRequestOf(number);
    }
}
