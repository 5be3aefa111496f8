package org.yinxin.hall.agreement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Records that somebody accepts an agreement in the version that was shown.
 *
 * <p>Refuses anybody but a subscriber, an agreement that does not exist, and a text other than the one in force: an
 * older version, one that does not exist, or another digest.
 */
@Component
public class RecordConsent {

    private final Agreements agreements;
    private final Consents consents;
    private final AuditTrail audit;
    private final Clock clock;

    RecordConsent(Agreements agreements, Consents consents, AuditTrail audit, Clock clock) {
        this.agreements = agreements;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the consent; the same one again answers the one that is there.
     *
     * @param clientAddress the address the acceptance came from; kept sealed, as evidence
     */
    @Transactional
    public Outcome<Consent> record(
            Actor actor,
            CaseNumber number,
            String code,
            int version,
            String sm3,
            String clientAddress) {
        if (!actor.has(Role.SUBSCRIBER)) {
            return Outcome.refused(AgreementError.NOT_A_SUBSCRIBER);
        }
        Optional<AgreementText> current = agreements.current(code);
        if (current.isEmpty()) {
            return Outcome.refused(AgreementError.NO_SUCH_AGREEMENT);
        }
        AgreementText text = current.get();
        if (text.version() != version || !text.sm3().equals(sm3)) {
            return Outcome.refused(AgreementError.NOT_THE_CURRENT_VERSION);
        }
        Consent consent =
                new Consent(
                        number,
                        code,
                        version,
                        sm3,
                        actor.reference(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (consents.add(consent, clientAddress)) {
            audit.record(
                    actor,
                    "agreement.accepted",
                    "application:" + number,
                    Map.of("agreement", code, "version", Integer.toString(version), "sm3", sm3));
            return Outcome.done(consent);
        }
        return Outcome.done(consents.find(number, code, version).orElseThrow());
    }
}
