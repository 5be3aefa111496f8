package org.yinxin.hall.application;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.issuance.ConfirmInstallation;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Takes the proof that the new keys sign and decrypt, and finishes the application: issuance publishes the fact and
 * {@link InstallationListener} passes the gate, all in this transaction. Confirmed again after the end, it answers
 * the view and changes nothing.
 *
 * <p>Refuses: somebody else's application; whoever may not produce; one whose production was not begun; whatever
 * issuance refuses.
 */
@Component
public class ConfirmProduction {

    private final Applications applications;
    private final Desk desk;
    private final Makers makers;
    private final ConfirmInstallation confirmInstallation;
    private final Views views;

    ConfirmProduction(
            Applications applications,
            Desk desk,
            Makers makers,
            ConfirmInstallation confirmInstallation,
            Views views) {
        this.applications = applications;
        this.desk = desk;
        this.makers = makers;
        this.confirmInstallation = confirmInstallation;
        this.views = views;
    }

    @Transactional
    public Outcome<ApplicationView> confirm(
            Actor actor, CaseNumber number, byte[] signature, byte[] decrypted) {
        return desk.look(actor, number)
                .flatMap(
                        found ->
                                found.gates().finished()
                                        ? Outcome.done(found)
                                        : makers.producible(actor, number))
                .flatMap(found -> confirm(actor, found, signature, decrypted));
    }

    private Outcome<ApplicationView> confirm(
            Actor actor, Application application, byte[] signature, byte[] decrypted) {
        UUID order = application.milestones().issuanceOrder();
        if (order == null) {
            return Outcome.refused(ApplicationError.NOT_TO_BE_PRODUCED);
        }
        return confirmInstallation
                .confirm(actor, order, signature, decrypted)
                .map(_ -> views.of(applications.find(application.number()).orElseThrow()));
    }
}
