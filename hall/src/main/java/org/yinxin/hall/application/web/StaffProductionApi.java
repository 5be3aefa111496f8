package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ConfirmProduction;
import org.yinxin.hall.application.ListProductions;
import org.yinxin.hall.application.ProduceCertificates;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.web.Answers;

/** The same for producers (制证员) at the counter. */
@Tag(name = "Productions", description = "For producer officers at the counter.")
@RestController
@RequestMapping("/api/v1/staff/productions")
class StaffProductionApi {

    private final ListProductions listProductions;
    private final ProduceCertificates produce;
    private final ConfirmProduction confirm;
    private final ApplicationJsonWriter writer;

    StaffProductionApi(
            ListProductions listProductions,
            ProduceCertificates produce,
            ConfirmProduction confirm,
            ApplicationJsonWriter writer) {
        this.listProductions = listProductions;
        this.produce = produce;
        this.confirm = confirm;
        this.writer = writer;
    }

    /**
     * The cases whose certificates can be made now, the longest waiting first. The next page, if there is one, is named in
     * the header {@code Link}.
     */
    @Operation(summary = "List what can be produced now")
    @GetMapping
    ResponseEntity<List<ApplicationJson.Summary>> list(
            @AuthenticationPrincipal Actor who,
            @RequestParam(required = false) @Nullable String after,
            Locale reader) {
        ListProductions.Page page =
                Answers.valueOf(
                        listProductions.list(
                                who, after == null ? null : Place.parse(after).orElse(null)));
        Place next = page.next();
        return Answers.page(
                page.cases().stream().map(it -> writer.json(it, reader)).toList(),
                next == null ? null : "/api/v1/staff/productions?after=" + next.text());
    }

    @Operation(summary = "Make the certificates for a signing key")
    @PostMapping("/{number}")
    ResponseEntity<ProductionAnswer> produce(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestBody ProductionRequest body) {
        return Answers.of(produce.produce(who, number, body.octets()).map(ProductionAnswer::of));
    }

    @Operation(summary = "Prove that the new keys work")
    @PostMapping("/{number}/confirmation")
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
