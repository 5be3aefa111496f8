package org.yinxin.hall.application.web;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ReadAttachedPaper;
import org.yinxin.hall.archive.DrawPage;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** The pages of a document that was handed in, drawn for whoever may see the paper itself. */
@Controller
@RequestMapping({
    "/applications/{number}/papers/{paper}/pages",
    "/staff/counter/{number}/papers/{paper}/pages"
})
class AttachedPaperPages {

    private final ReadAttachedPaper readAttachedPaper;
    private final DrawPage drawPage;

    AttachedPaperPages(ReadAttachedPaper readAttachedPaper, DrawPage drawPage) {
        this.readAttachedPaper = readAttachedPaper;
        this.drawPage = drawPage;
    }

    @GetMapping("/{page}")
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String paper,
            @PathVariable int page) {
        return PaperAnswer.page(
                Answers.valueOf(
                        readAttachedPaper
                                .read(who, number, paper)
                                .flatMap(content -> drawPage.draw(content, page))));
    }
}
