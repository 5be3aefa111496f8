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
 * Records that somebody at the counter signed the agreement on paper, before the officer who says so. It stands in the
 * officer's name, and nowhere as though the subscriber had clicked.
 *
 * <p>Refuses anybody but an entry officer, an agreement that does not exist, and a text other than the one in force.
 */
@Component
public class RecordPaperConsent {

    private final Agreements agreements;
    private final Consents consents;
    private final AuditTrail audit;
    private final Clock clock;

    RecordPaperConsent(Agreements agreements, Consents consents, AuditTrail audit, Clock clock) {
        this.agreements = agreements;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the consent; the same one again answers the one that is there.
     *
     * @param text the version and digest of the text that was signed
     * @param clientAddress the address of the counter; kept sealed, as evidence
     */
    @Transactional
    public Outcome<Consent> record(
            Actor.Operator officer, CaseNumber number, Signed text, String clientAddress) {
        if (!officer.has(Role.ENTRY_OFFICER)) {
            return Outcome.refused(AgreementError.NOT_A_SUBSCRIBER);
        }
        Optional<AgreementText> current = agreements.current(text.code());
        if (current.isEmpty()) {
            return Outcome.refused(AgreementError.NO_SUCH_AGREEMENT);
        }
        if (current.get().version() != text.version() || !current.get().sm3().equals(text.sm3())) {
            return Outcome.refused(AgreementError.NOT_THE_CURRENT_VERSION);
        }
        Consent consent =
                new Consent(
                        number,
                        text.code(),
                        text.version(),
                        text.sm3(),
                        officer.reference(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!consents.add(consent, clientAddress)) {
            return Outcome.done(consents.find(number, text.code(), text.version()).orElseThrow());
        }
        audit.record(
                officer,
                "agreement.signed-at-counter",
                "application:" + number,
                Map.of(
                        "agreement", text.code(),
                        "version", Integer.toString(text.version()),
                        "sm3", text.sm3()));
        return Outcome.done(consent);
    }

    /**
     * The text that was signed.
     *
     * @param code the agreement's
     * @param version of it
     * @param sm3 the digest of that version's text
     */
    public record Signed(String code, int version, String sm3) {}
}
