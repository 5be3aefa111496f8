package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.Contents.GivenPaper;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperRules;
import org.yinxin.hall.archive.StorePaper;
import org.yinxin.hall.archive.StoredPaper;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Hands in one paper, or replaces it. The archive is written between two transactions, since it may be a store across
 * the network; what is written in vain is never listed.
 *
 * <p>Refuses: somebody else's application; one that has ended; a paper that the plan does not ask for or that may not
 * be changed now; whatever the archive refuses.
 */
@Component
public class AttachPaper {

    private final Desk desk;
    private final HandedIn handedIn;
    private final CounterCases counterCases;
    private final StorePaper storePaper;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AttachPaper(
            Desk desk,
            HandedIn handedIn,
            CounterCases counterCases,
            StorePaper storePaper,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.counterCases = counterCases;
        this.storePaper = storePaper;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Outcome<ApplicationView> attach(
            Actor actor, CaseNumber number, String paper, byte[] content) {
        Outcome<PaperRequirement> asked =
                inTransaction(
                        () ->
                                desk.handIn(actor, number)
                                        .flatMap(application -> asked(application, paper)));
        return asked.flatMap(requirement -> storePaper.store(actor, content, rules(requirement)))
                .flatMap(stored -> inTransaction(() -> list(actor, number, paper, stored)));
    }

    private Outcome<ApplicationView> list(
            Actor actor, CaseNumber number, String paper, StoredPaper stored) {
        return desk.handIn(actor, number)
                .flatMap(application -> asked(application, paper).map(_ -> application))
                .map(
                        application -> {
                            if (handedIn.of(number).papers().containsKey(paper)) {
                                counterCases.forgetOriginal(number, paper);
                            }
                            handedIn.attach(
                                    number,
                                    paper,
                                    new GivenPaper(
                                            stored.id(),
                                            stored.format(),
                                            stored.bytes(),
                                            gateKeeper.now()));
                            audit.record(
                                    actor,
                                    "application.paper-attached",
                                    application.subject(),
                                    Map.of("paper", paper, "sm3", stored.id().sm3()));
                            return views.of(gateKeeper.weigh(application, actor));
                        });
    }

    static Outcome<PaperRequirement> asked(Application application, String paper) {
        return application
                .business()
                .paper(paper)
                .<Outcome<PaperRequirement>>map(
                        requirement ->
                                Changeable.papers(application).contains(paper)
                                        ? Outcome.done(requirement)
                                        : Outcome.refused(
                                                new Refusal(
                                                        ApplicationError.NOT_CHANGEABLE,
                                                        List.of(
                                                                new Violation(
                                                                        paper,
                                                                        "application.paper.fixed")))))
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_PAPER));
    }

    private static PaperRules rules(PaperRequirement requirement) {
        return new PaperRules(
                requirement.maxBytes(),
                requirement.formats().stream()
                        .map(PaperFormat::named)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    private <T> Outcome<T> inTransaction(Supplier<Outcome<T>> work) {
        return transaction.execute(_ -> work.get());
    }
}
