package org.yinxin.hall.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.CertificateRule.End;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.revocation.EndCertificate;

/**
 * What becomes of the old certificate, exactly when the plan says so: when the case is opened, when its review has passed,
 * or when the new pair was proved to be on its medium. The keys in escrow are not touched by any of it.
 */
@Component
class Succession {

    private static final Actor HALL = new Actor.Hall("succession");

    private final CertificateLedger ledger;
    private final EndCertificate endCertificate;
    private final Notices notices;
    private final AuditTrail audit;

    Succession(
            CertificateLedger ledger,
            EndCertificate endCertificate,
            Notices notices,
            AuditTrail audit) {
        this.ledger = ledger;
        this.endCertificate = endCertificate;
        this.notices = notices;
        this.audit = audit;
    }

    /** Whether the new certificate takes the old one's place; a further key stands beside it. */
    static boolean succeeds(Application application) {
        return application.about() != null
                && switch (application.business().kind()) {
                    case RENEW, CHANGE, REISSUE_LOST, REISSUE_DAMAGED -> true;
                    case NEW,
                            UNLOCK,
                            SUSPEND,
                            RESUME,
                            REVOKE,
                            ADD_KEY,
                            OPEN_APPLICATION,
                            CHANGE_MOBILE ->
                            false;
                };
    }

    /** Whether the old certificate is ended before anything new is certain. */
    static boolean endsWhenOpened(Application application) {
        CertificateRule rule = application.business().certificate();
        return rule != null && rule.old() != null && rule.oldEnds() == End.OPENED;
    }

    void opened(Application application, Actor by) {
        end(application, End.OPENED, by);
    }

    /** Called when a review has passed; the last one counts. */
    void approved(Application application, Actor by) {
        if (waiting(application) == 0) {
            end(application, End.APPROVED, by);
        }
    }

    /** Called when the hall is about to pass a review by itself. */
    void approving(Application application, Actor by) {
        if (waiting(application) <= 1) {
            end(application, End.APPROVED, by);
        }
    }

    private static long waiting(Application application) {
        return application.business().gates(GateSettings.Review.class).stream()
                .filter(
                        gate ->
                                !(application.gates().state(gate.code())
                                        instanceof GateState.Passed))
                .count();
    }

    void installed(Application application, UUID pair, Instant at, Actor by) {
        About about = application.about();
        if (about == null) {
            return;
        }
        if (succeeds(application)) {
            ledger.succeed(pair, about.pair(), at);
            audit.record(
                    by,
                    "certificate.succeeded",
                    application.subject(),
                    Map.of("pair", pair.toString(), "predecessor", about.pair().toString()));
        }
        end(application, End.INSTALLED, by);
    }

    private void end(Application application, End when, Actor by) {
        CertificateRule rule = application.business().certificate();
        About about = application.about();
        if (rule == null || about == null || rule.old() == null || rule.oldEnds() != when) {
            return;
        }
        Deed deed = rule.old();
        Map<String, String> details = new HashMap<>();
        details.put("deed", deed.name());
        details.put("when", when.name());
        details.put("certificate", about.serial());
        switch (endCertificate.end(
                HALL, about.pair(), deed, reason(application), application.number())) {
            case Outcome.Done<?> _ ->
                    notices.tell(application, "old." + deed.name().toLowerCase(Locale.ROOT));
            // It was ended before, for another reason: there is nothing left to end.
            case Outcome.Refused<?>(var refusal) -> details.put("refused", refusal.code().name());
        }
        audit.record(by, "application.old-certificate-ends", application.subject(), details);
    }

    /** A lost key may be in anybody's hands. */
    private static RevocationReason reason(Application application) {
        return application.business().kind() == BusinessKind.REISSUE_LOST
                ? RevocationReason.KEY_COMPROMISE
                : RevocationReason.SUPERSEDED;
    }
}
