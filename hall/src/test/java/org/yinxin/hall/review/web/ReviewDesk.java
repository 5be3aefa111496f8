package org.yinxin.hall.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperFormat;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.archive.PaperRules;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.archive.StorePaper;
import org.yinxin.hall.archive.StoredPaper;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.Dossiers;
import org.yinxin.hall.review.EnterReview;
import org.yinxin.hall.review.OpenReview;
import org.yinxin.hall.review.ReviewRooms;
import org.yinxin.hall.review.Verdict;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.hall.testing.People;

/** The reviewers' room, answering HTTP. */
final class ReviewDesk implements AutoCloseable {

    final HallServer hall = HallServer.start(List.of(), ReviewRooms.class);
    private int drawn;

    /** Somebody who is signed in. */
    Browser as(Actor actor) {
        return hall.browser().bear(token(actor));
    }

    String token(Actor actor) {
        TokenKind kind =
                actor instanceof Actor.Operator ? TokenKind.OPERATOR : TokenKind.SUBSCRIBER;
        UUID subject =
                switch (actor) {
                    case Actor.Operator operator -> operator.operator().value();
                    case Actor.Subscriber subscriber -> subscriber.account().value();
                    case Actor.Hall _ ->
                            throw new IllegalArgumentException("nobody signs in as the hall");
                };
        return hall.get(Tokens.class).issue(kind, subject).token();
    }

    CaseNumber waiting() {
        drawn++;
        CaseNumber number = new CaseNumber("2611-0000-%04d".formatted(drawn));
        open(number, "云岭市星河测试科技有限公司", picture(1));
        return number;
    }

    CaseNumber entered() {
        CaseNumber number = waiting();
        hall.get(EnterReview.class)
                .enter(
                        People.ENTRY_OFFICER,
                        number,
                        null,
                        Map.of("creditCode", Verdict.DOUBT),
                        "请核对代码");
        return number;
    }

    void open(CaseNumber number, String name, PaperId seal) {
        open(number, Dossiers.enterprise(name, picture(0), seal));
    }

    void open(CaseNumber number, Dossier dossier) {
        Outcome<Integer> opened =
                hall.get(OpenReview.class).open(People.SUBSCRIBER, number, dossier, Dossiers.TERMS);
        if (opened instanceof Outcome.Refused<Integer> refused) {
            throw new AssertionError(refused);
        }
    }

    void decide(CaseNumber number, Decision decision) {
        hall.get(DecideReview.class).decide(People.APPROVING_OFFICER, number, null, decision);
    }

    PaperId picture(int more) {
        return stored(Pictures.png(120 + more, 160));
    }

    PaperId stored(byte[] content) {
        Outcome<StoredPaper> stored =
                hall.get(StorePaper.class)
                        .store(
                                People.SUBSCRIBER,
                                content,
                                new PaperRules(1 << 20, Set.of(PaperFormat.PNG, PaperFormat.PDF)));
        return switch (stored) {
            case Outcome.Done<StoredPaper>(StoredPaper paper) -> paper.id();
            case Outcome.Refused<StoredPaper> refused -> throw new AssertionError(refused);
        };
    }

    @Override
    public void close() {
        hall.close();
    }
}
