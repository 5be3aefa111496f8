package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.EnabledProject;
import org.yinxin.hall.revocation.PairEndings;

/**
 * Enables the certificate of the case for a further project. A certificate that has ended or is on hold meanwhile, or that was
 * enabled for the project by another case, ends this one.
 */
@Component
class EnablementGate implements GateRoom {

    private static final Actor HALL = new Actor.Hall("enablement");

    private final CertificateLedger ledger;
    private final PairEndings endings;
    private final Notices notices;
    private final AuditTrail audit;

    EnablementGate(
            CertificateLedger ledger, PairEndings endings, Notices notices, AuditTrail audit) {
        this.ledger = ledger;
        this.endings = endings;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * A further project.
     *
     * @param code its name over all plans
     * @param name what it is called
     */
    record Project(String code, Words name) {}

    @Override
    public Class<GateSettings.Enablement> kind() {
        return GateSettings.Enablement.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        About about = application.about();
        Project project = project(application, contents).orElse(null);
        if (about == null || project == null) {
            throw new IllegalStateException(
                    application.number() + " enables a certificate and names none or no project");
        }
        Instant now = gateKeeper.now();
        if (ended(about, now)) {
            return refuse(application, gate, HallReason.CERTIFICATE_NOT_GOOD, gateKeeper);
        }
        EnabledProject enabled =
                new EnabledProject(project.code(), project.name(), application.number(), now);
        if (!ledger.enable(about.pair(), enabled)) {
            return refuse(application, gate, HallReason.ENABLED_BEFORE, gateKeeper);
        }
        audit.record(
                by,
                "certificate.enabled",
                "certificate:" + about.serial(),
                Map.of("project", project.code(), "case", application.number().text()));
        Application passed =
                gateKeeper.pass(application, gate.code(), HALL, "project:" + project.code());
        notices.tell(passed, "enabled");
        return passed;
    }

    private boolean ended(About about, Instant now) {
        @Nullable Deed last = endings.last(about.pair()).orElse(null);
        return !now.isBefore(about.until()) || (last != null && last != Deed.RESUME);
    }

    private Application refuse(
            Application application, GatePlan gate, HallReason why, GateKeeper gateKeeper) {
        Application refused =
                gateKeeper.take(
                        application,
                        application
                                .gates()
                                .refuse(
                                        gate.code(),
                                        why.reasons(),
                                        gateKeeper.now(),
                                        HALL.reference()),
                        HALL);
        notices.tell(refused, "refused");
        return refused;
    }

    /** What the case is to enable its certificate for; empty while nothing was chosen, and for other businesses. */
    static Optional<Project> project(Application application, Contents contents) {
        List<GatePlan> gates = application.business().gates(GateSettings.Enablement.class);
        if (gates.isEmpty()) {
            return Optional.empty();
        }
        String plan = application.plan().code().text();
        String field = ((GateSettings.Enablement) gates.getFirst().settings()).project();
        if (field == null) {
            return Optional.of(new Project(plan, application.plan().project().name()));
        }
        String chosen = contents.values().getOrDefault(field, "");
        return application.business().field(field).stream()
                .flatMap(it -> it.options().stream())
                .filter(option -> option.value().equals(chosen))
                .map(FormField.Option::label)
                .map(name -> new Project(plan + ":" + chosen, name))
                .findFirst();
    }
}
