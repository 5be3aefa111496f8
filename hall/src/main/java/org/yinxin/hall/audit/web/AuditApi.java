package org.yinxin.hall.audit.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.ReadAudit;
import org.yinxin.hall.audit.VerifyChains;
import org.yinxin.hall.web.Answers;

@RestController
@RequestMapping("/api/v1/staff/audit")
class AuditApi {

    private final ReadAudit audit;
    private final VerifyChains verify;

    AuditApi(ReadAudit audit, VerifyChains verify) {
        this.audit = audit;
        this.verify = verify;
    }

    @GetMapping
    ResponseEntity<ReadAudit.AuditPage> page(AuditQuery query) {
        return Answers.of(audit.page(query.journalName(), query.filter()));
    }

    @GetMapping("/chains")
    List<ReadAudit.ChainOverview> chains() {
        return audit.chains();
    }

    @PostMapping("/verification")
    List<ReadAudit.ChainOverview> verify(@AuthenticationPrincipal Actor.Operator who) {
        verify.verify(who);
        return audit.chains();
    }
}
