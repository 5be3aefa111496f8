package org.yinxin.hall.application.web;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ConfirmProduction;
import org.yinxin.hall.application.ProduceCertificates;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** Making the certificates in the open API, for the subscriber's own computer. Both calls may be repeated. */
@RestController
@RequestMapping("/api/v1/applications/{number}/production")
class ProductionApi {

    private final ProduceCertificates produce;
    private final ConfirmProduction confirm;

    ProductionApi(ProduceCertificates produce, ConfirmProduction confirm) {
        this.produce = produce;
        this.confirm = confirm;
    }

    /** Has the pair issued for a signing key; the same request again gives the same pair. */
    @PostMapping
    ResponseEntity<ProductionAnswer> produce(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProductionRequest body) {
        return Answers.of(produce.produce(who, number, body.octets()).map(ProductionAnswer::of));
    }

    /** Takes the proof that both keys work on their medium. */
    @PostMapping("/confirmation")
    ResponseEntity<ApplicationView> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProofBody proof) {
        return Answers.of(
                confirm.confirm(who, number, proof.signatureOctets(), proof.decryptedOctets()));
    }
}
