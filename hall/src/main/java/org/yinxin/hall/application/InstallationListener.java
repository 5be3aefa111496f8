package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.issuance.CertificatesInstalled;
import org.yinxin.hall.reference.CaseNumber;

/** Passes the production gate when both keys were proved to work, in the transaction of the fact. */
@Component
class InstallationListener {

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final Eligibility eligibility;
    private final CertificateLedger ledger;
    private final Succession succession;
    private final Notices notices;
    private final AuditTrail audit;

    InstallationListener(
            Applications applications,
            GateKeeper gateKeeper,
            Eligibility eligibility,
            CertificateLedger ledger,
            Succession succession,
            Notices notices,
            AuditTrail audit) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.eligibility = eligibility;
        this.ledger = ledger;
        this.succession = succession;
        this.notices = notices;
        this.audit = audit;
    }

    @EventListener
    void on(CertificatesInstalled installed) {
        Optional<Application> awaited =
                applications
                        .lock(installed.caseNumber())
                        .filter(
                                found ->
                                        installed
                                                .order()
                                                .equals(found.milestones().issuanceOrder()));
        Optional<GatePlan> gate =
                awaited.flatMap(found -> found.workable(GateSettings.Production.class));
        if (gate.isEmpty()) {
            ignored(installed, installed.caseNumber());
            return;
        }
        List<String> serials =
                List.of(installed.signSerial().hex(), installed.encryptionSerial().hex());
        Application kept =
                gateKeeper.keep(
                        awaited.get(),
                        awaited.get().milestones().installed(serials),
                        installed.by());
        Application passed =
                gateKeeper.pass(
                        kept,
                        gate.get().code(),
                        installed.by(),
                        "serials:" + String.join(",", serials));
        eligibility.keepUntil(passed, ledger.pair(installed.order()).getFirst().notAfter());
        succession.installed(passed, installed.order(), installed.at(), installed.by());
        notices.tell(passed, "issued");
    }

    private void ignored(CertificatesInstalled installed, CaseNumber number) {
        audit.record(
                installed.by(),
                "application.installation-ignored",
                "application:" + number,
                Map.of("issuance", installed.order().toString()));
    }
}
