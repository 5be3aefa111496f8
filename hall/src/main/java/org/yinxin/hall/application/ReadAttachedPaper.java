package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.Contents.GivenPaper;
import org.yinxin.hall.archive.PaperContent;
import org.yinxin.hall.archive.ReadPaper;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The bytes of one paper, for its owner; officers see papers in the review.
 *
 * <p>Refuses somebody else's application, and a paper that is not there.
 */
@Component
public class ReadAttachedPaper {

    private final Desk desk;
    private final HandedIn handedIn;
    private final ReadPaper readPaper;

    ReadAttachedPaper(Desk desk, HandedIn handedIn, ReadPaper readPaper) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.readPaper = readPaper;
    }

    @Transactional(readOnly = true)
    public Outcome<PaperContent> read(Actor actor, CaseNumber number, String paper) {
        return desk.lookAtHandedIn(actor, number).flatMap(application -> read(application, paper));
    }

    private Outcome<PaperContent> read(Application application, String paper) {
        GivenPaper given = handedIn.of(application.number()).papers().get(paper);
        return given == null
                ? Outcome.refused(ApplicationError.NO_SUCH_PAPER)
                : readPaper
                        .read(given.paper())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_PAPER));
    }
}
