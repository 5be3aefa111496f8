package org.yinxin.hall.review.web;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.DrawPage;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.web.Answers;

/** The pages of a paper that is a document, drawn. Who may read the paper may see them, and that is recorded alike. */
@Controller
@RequestMapping("/staff/reviews/{number}/papers/{paper}/pages")
class ReviewPaperPages {

    private final ReadReview readReview;
    private final DrawPage drawPage;

    ReviewPaperPages(ReadReview readReview, DrawPage drawPage) {
        this.readReview = readReview;
        this.drawPage = drawPage;
    }

    @GetMapping("/{page}")
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @PathVariable String paper,
            @PathVariable int page,
            @RequestParam(defaultValue = "0") int round) {
        return PaperAnswer.page(
                Answers.valueOf(
                        readReview
                                .readPaper(who, ReviewPages.number(number), paper, round)
                                .flatMap(content -> drawPage.draw(content, page))));
    }
}
