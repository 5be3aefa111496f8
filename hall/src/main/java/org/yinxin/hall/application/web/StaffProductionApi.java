package org.yinxin.hall.application.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationSummary;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ConfirmProduction;
import org.yinxin.hall.application.ListApplications;
import org.yinxin.hall.application.ProduceCertificates;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** The same for producers (制证员) at the counter. */
@RestController
@RequestMapping("/api/v1/staff/productions")
class StaffProductionApi {

    private final ListApplications listApplications;
    private final ProduceCertificates produce;
    private final ConfirmProduction confirm;

    StaffProductionApi(
            ListApplications listApplications,
            ProduceCertificates produce,
            ConfirmProduction confirm) {
        this.listApplications = listApplications;
        this.produce = produce;
        this.confirm = confirm;
    }

    /** The cases whose certificates can be made now, the longest waiting first. */
    @GetMapping
    ResponseEntity<List<ApplicationSummary>> list(@AuthenticationPrincipal Actor who) {
        return Answers.of(listApplications.forProduction(who));
    }

    @PostMapping("/{number}")
    ResponseEntity<ProductionAnswer> produce(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProductionRequest body) {
        return Answers.of(produce.produce(who, number, body.octets()).map(ProductionAnswer::of));
    }

    @PostMapping("/{number}/confirmation")
    ResponseEntity<ApplicationView> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProofBody proof) {
        return Answers.of(
                confirm.confirm(who, number, proof.signatureOctets(), proof.decryptedOctets()));
    }
}
