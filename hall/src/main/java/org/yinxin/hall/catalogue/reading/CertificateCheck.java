package org.yinxin.hall.catalogue.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.CertificateRule.End;
import org.yinxin.hall.catalogue.CertificateRule.Phase;
import org.yinxin.hall.catalogue.CertificateRule.Validity;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateSettings;

/** Checks what a business asks of the certificate that it is about, and what it does to it. */
final class CertificateCheck {

    private static final Set<Deed> FOR_GOOD = EnumSet.of(Deed.REVOKE, Deed.SUPERSEDE);

    private final Ground ground;
    private final BusinessKind kind;
    private final CertificateRule rule;

    private CertificateCheck(Ground ground, CertificateRule rule) {
        this.ground = ground;
        this.kind = ground.business().kind();
        this.rule = rule;
    }

    static void check(Ground ground) {
        BusinessKind kind = ground.business().kind();
        CertificateRule rule = ground.business().certificate();
        if (rule == null) {
            if (kind.aboutCertificate()) {
                ground.fault(
                        "kind",
                        "%s is of kind %s, which is about a certificate: add \"certificate\" and say in \"phases\" which ones."
                                .formatted(ground.business().code(), kind));
            }
            return;
        }
        CertificateCheck check = new CertificateCheck(ground, rule);
        if (!kind.aboutCertificate()) {
            ground.fault(
                    "certificate",
                    "%s is of kind %s, which is about no certificate: take \"certificate\" away."
                            .formatted(ground.business().code(), kind));
            return;
        }
        check.window();
        check.phases();
        check.old();
        check.validity();
        check.changes();
    }

    private void window() {
        boolean expired = rule.phases().contains(Phase.EXPIRED);
        if (rule.daysBefore() != null && !rule.phases().contains(Phase.VALID)) {
            fault(
                    "daysBefore",
                    "\"daysBefore\" counts for valid certificates: add VALID to \"phases\".");
        }
        if (rule.daysAfter() != null && !expired) {
            fault(
                    "daysAfter",
                    "\"daysAfter\" counts for expired certificates: add EXPIRED to \"phases\".");
        }
        if (rule.overdueAfterDays() != null && !expired) {
            fault(
                    "overdueAfterDays",
                    "\"overdueAfterDays\" counts for expired certificates: add EXPIRED to \"phases\".");
        } else if (rule.overdueAfterDays() != null
                && rule.daysAfter() != null
                && rule.overdueAfterDays() >= rule.daysAfter()) {
            fault(
                    "overdueAfterDays",
                    "No certificate is ever overdue: the window closes after %d days and overdue is more than %d; make \"overdueAfterDays\" smaller."
                            .formatted(rule.daysAfter(), rule.overdueAfterDays()));
        }
    }

    private void phases() {
        if (kind == BusinessKind.RESUME && !rule.phases().contains(Phase.HELD)) {
            fault("phases", "RESUME is for certificates on hold: add HELD to \"phases\".");
        }
        if (kind == BusinessKind.SUSPEND && !rule.phases().contains(Phase.VALID)) {
            fault("phases", "SUSPEND is for valid certificates: add VALID to \"phases\".");
        }
    }

    private void old() {
        Deed old = rule.old();
        if (old == Deed.RESUME && kind != BusinessKind.RESUME) {
            fault("old", "A business of kind %s does not end a hold.".formatted(kind));
        }
        boolean lost = kind == BusinessKind.REISSUE_LOST || kind == BusinessKind.REISSUE_DAMAGED;
        if (lost && !endsForGood()) {
            fault(
                    "old",
                    "The certificate on a key that was lost or damaged must not stay valid: write \"old: REVOKE\" or \"old: SUPERSEDE\".");
        }
        if (old != null
                && FOR_GOOD.contains(old)
                && rule.oldEnds() == End.OPENED
                && !lost
                && kind.makesCertificate()) {
            fault(
                    "oldEnds",
                    "The old certificate would end before anybody knows whether there will be a new one: \"oldEnds\" is APPROVED or INSTALLED.");
        }
        if (rule.oldEnds() == End.INSTALLED && old != null && !kind.makesCertificate()) {
            fault(
                    "oldEnds",
                    "A business of kind %s installs nothing: \"oldEnds\" is OPENED or APPROVED."
                            .formatted(kind));
        }
        if (rule.oldEnds() == End.APPROVED
                && old != null
                && ground.business().gates(GateSettings.Review.class).isEmpty()) {
            fault(
                    "oldEnds",
                    "%s has no review that could approve: \"oldEnds\" is OPENED or INSTALLED."
                            .formatted(ground.business().code()));
        }
    }

    private boolean endsForGood() {
        return (rule.old() != null && FOR_GOOD.contains(rule.old()))
                || ground.business()
                        .settings(GateSettings.Ending.class)
                        .anyMatch(ending -> FOR_GOOD.contains(ending.deed()));
    }

    private void validity() {
        if (kind.makesCertificate()
                && rule.validity() == Validity.KEEP_OLD
                && rule.phases().contains(Phase.EXPIRED)) {
            fault(
                    "validity",
                    "A new certificate that ends with an expired one is never valid: take EXPIRED out of \"phases\" or choose another \"validity\".");
        }
    }

    private void changes() {
        List<String> names = ground.business().fields().stream().map(FormField::name).toList();
        for (String change : rule.changes()) {
            if (!names.contains(change)) {
                fault(
                        "changes",
                        "\"%s\" may change, and %s does not ask for it%s"
                                .formatted(
                                        change,
                                        ground.business().code(),
                                        Nearest.hint(change, names)));
            }
        }
    }

    private void fault(String key, String sentence) {
        ground.fault(rule, key, sentence);
    }
}
