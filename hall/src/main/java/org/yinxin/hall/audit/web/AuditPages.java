package org.yinxin.hall.audit.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.ReadAudit;
import org.yinxin.hall.audit.VerifyChains;
import org.yinxin.hall.web.Answers;

@Controller
@RequestMapping("/staff/audit")
class AuditPages {

    private final ReadAudit audit;
    private final VerifyChains verify;

    AuditPages(ReadAudit audit, VerifyChains verify) {
        this.audit = audit;
        this.verify = verify;
    }

    @GetMapping
    String page(AuditQuery query, Model model) {
        model.addAttribute(
                "found", Answers.valueOf(audit.page(query.journalName(), query.filter())));
        model.addAttribute("chains", audit.chains());
        model.addAttribute("wanted", query);
        model.addAttribute("chosen", query.journalName());
        model.addAttribute("query", query.query());
        return "audit/web/audit";
    }

    @PostMapping("/verification")
    String verify(@AuthenticationPrincipal Actor.Operator who) {
        verify.verify(who);
        return "redirect:/staff/audit";
    }
}
