package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ConfirmProduction;
import org.yinxin.hall.application.ProduceCertificates;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** Making the certificates in the open API, for the subscriber's own computer. Both calls may be repeated. */
@Tag(name = "Applications")
@RestController
@RequestMapping("/api/v1/applications/{number}/production")
class ProductionApi {

    private final ProduceCertificates produce;
    private final ConfirmProduction confirm;
    private final ApplicationJsonWriter writer;

    ProductionApi(
            ProduceCertificates produce, ConfirmProduction confirm, ApplicationJsonWriter writer) {
        this.produce = produce;
        this.confirm = confirm;
        this.writer = writer;
    }

    /** Has the pair issued for a signing key; the same request again gives the same pair. */
    @Operation(summary = "Make the certificates for a signing key")
    @PostMapping
    ResponseEntity<ProductionAnswer> produce(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProductionRequest body) {
        return Answers.of(produce.produce(who, number, body.octets()).map(ProductionAnswer::of));
    }

    /** Takes the proof that both keys work on their medium. */
    @Operation(summary = "Prove that the new keys work")
    @PostMapping("/confirmation")
    ResponseEntity<ApplicationJson> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProofBody proof,
            Locale reader) {
        return Answers.of(
                confirm.confirm(who, number, proof.signatureOctets(), proof.decryptedOctets())
                        .map(view -> writer.json(view, reader)));
    }
}
